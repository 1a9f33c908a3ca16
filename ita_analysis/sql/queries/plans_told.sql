-- One row per measure of an agency's year with all that its plan says in one text each, in the order of the plan.
select measure_id, title, responsible, follow_up, timeframe, budget, success_indicator, place
from measure
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by measure_no;
