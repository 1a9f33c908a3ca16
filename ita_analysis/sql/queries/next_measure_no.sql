-- One row: the number that a measure at the end of an agency's year gets.
select coalesce(max(measure_no), 0) + 1 from measure where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be;
