-- One row per host of an agency's own website.
select host from agency_site where agency_code = $agency_code order by host;
