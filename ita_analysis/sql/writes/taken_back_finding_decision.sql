-- Takes away the row of finding_decision that the history names.
delete from finding_decision
where agency_code = ($row_key::json->>'agency_code') and fiscal_year_be = ($row_key::json->>'fiscal_year_be')::integer
    and finding_key = ($row_key::json->>'finding_key');
