-- Adds one row to agency_site.
insert into agency_site (agency_code, host) values ($agency_code, $host);
