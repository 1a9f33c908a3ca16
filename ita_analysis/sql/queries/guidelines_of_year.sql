-- One row per guideline of the measures of an agency's year, in the order of the plan.
select m.measure_id, m.measure_no, g.guideline_no, g.words
from measure m
join measure_guideline g using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no, g.guideline_no;
