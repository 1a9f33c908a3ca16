-- One row per measure and round that the plan or a report names: steps done, results, evidence and status.
create or replace view measure_round_state as
with marks as (
    select measure_id, round_months, 'pair' as mark from measure_round
    union all
    select measure_id, round_months, 'pair' from progress
    union all
    select measure_id, round_months, state from step_progress
    union all
    select measure_id, round_months, 'result' from result_of_round
    union all
    select p.measure_id, p.round_months,
        case when e.stated_on between s.starts_on and s.ends_on then 'evidence' else 'outside' end
    from result_of_round p
    join evidence e using (progress_id)
    join measure m using (measure_id)
    join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = p.round_months
),
counted as (
    select measure_id, round_months,
        count(*) filter (where mark in ('done', 'not_done', 'not_stated')) as judged_count,
        count(*) filter (where mark = 'done') as done_count,
        count(*) filter (where mark = 'not_done') as not_done_count,
        count(*) filter (where mark = 'result') as result_count,
        count(*) filter (where mark in ('evidence', 'outside')) as evidence_count,
        count(*) filter (where mark = 'outside') as outside_count
    from marks
    group by measure_id, round_months
    having bool_or(mark = 'pair')
),
steps as (
    select measure_id, count(*) as step_count from measure_step group by measure_id
)
select
    m.agency_code, m.fiscal_year_be, m.measure_id, m.measure_no, c.round_months,
    s.starts_on, s.ends_on, s.state as round_state,
    coalesce(steps.step_count, 0) as step_count, c.done_count, c.not_done_count,
    coalesce(steps.step_count, 0) - c.done_count - c.not_done_count as not_stated_count,
    c.result_count, c.evidence_count, c.outside_count,
    case
        when c.result_count = 0 then 'no_data'
        when c.judged_count = 0 or coalesce(steps.step_count, 0) = 0 then 'no_data'
        when c.done_count = steps.step_count then 'done'
        when c.done_count > 0 then 'in_progress'
        when c.not_done_count = steps.step_count then 'not_started'
        else 'no_data'
    end as status
from counted c
join measure m using (measure_id)
join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = c.round_months
left join steps using (measure_id);
