-- One row per measure of an agency's plan: its texts, the rounds up to its end, and its links as JSON.
with own as (
    select * from planned_measure where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
guided as (
    select measure_id, list(words order by guideline_no) as guidelines from measure_guideline group by measure_id
),
stepped as (
    select measure_id, list(words order by step_no) as steps from measure_step group by measure_id
),
due as (
    select m.measure_id, list(mr.round_months order by mr.round_months) as rounds
    from own m
    join measure_round mr using (measure_id)
    join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = mr.round_months
    where m.ended_on is null or s.ends_on < m.ended_on
    group by m.measure_id
),
linked as (
    select measure_id, list({'no': indicator_no, 'basis': basis, 'reason': reason} order by indicator_no)::json::varchar as links
    from measure_indicator
    group by measure_id
)
select m.measure_id, m.measure_no, m.title, coalesce(guidelines, []), coalesce(steps, []), m.responsible, coalesce(rounds, []),
    coalesce(links, '[]'), m.follow_up, m.timeframe, m.budget, m.success_indicator, m.place, m.report_id
from own m
left join guided using (measure_id)
left join stepped using (measure_id)
left join due using (measure_id)
left join linked using (measure_id)
-- A measure that only results speak of is stored without a plan, at the place of its first result.
where not (
    guided.measure_id is null and stepped.measure_id is null and linked.measure_id is null and due.measure_id is null
    and m.responsible is null and m.place in (select place from progress where measure_id = m.measure_id)
)
order by m.measure_no;
