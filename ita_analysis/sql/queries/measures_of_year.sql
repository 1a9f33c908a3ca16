-- One row per measure of an agency's year, with its owner, steps and guidelines counted, and its place in the source.
with counted as (
    select measure_id, count(step_no) as step_count, count(guideline_no) as guideline_count
    from (
        select measure_id, step_no, null as guideline_no from measure_step
        union all
        select measure_id, null, guideline_no from measure_guideline
    )
    group by measure_id
)
select m.measure_id, m.measure_no, m.title, m.responsible, m.follow_up, m.place, m.report_id, m.ended_on, m.end_reason,
    m.carried_from,
    coalesce(c.step_count, 0) as step_count, coalesce(c.guideline_count, 0) as guideline_count
from measure m
left join counted c using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no;
