-- One row per measure of a number, none or one: its agency and fiscal year, and the unit that answers for it.
select agency_code, fiscal_year_be, responsible from measure where measure_id = $measure_id;
