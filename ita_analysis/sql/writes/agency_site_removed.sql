-- Takes one row out of agency_site.
delete from agency_site where agency_code = $agency_code and host = $host;
