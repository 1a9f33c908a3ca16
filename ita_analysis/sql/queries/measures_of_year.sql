-- One row per measure of an agency's year, with its owner, steps and guidelines counted, and its place in the source.
select m.measure_id, m.measure_no, m.title, m.responsible, m.follow_up, m.place, m.report_id,
    (select count(*) from measure_step s where s.measure_id = m.measure_id) as step_count,
    (select count(*) from measure_guideline g where g.measure_id = m.measure_id) as guideline_count
from measure m
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no;
