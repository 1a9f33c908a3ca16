-- One row per measure of an agency's year, in the order of the plan.
select measure_id from measure
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by measure_no, measure_id;
