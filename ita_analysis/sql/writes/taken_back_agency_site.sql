-- Takes away the row of agency_site that the history names.
delete from agency_site
where agency_code = ($row_key::json->>'agency_code') and host = ($row_key::json->>'host');
