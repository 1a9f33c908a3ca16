-- One row per measure of an agency's year, with the key of its title.
select title_key, measure_id from measure where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be;
