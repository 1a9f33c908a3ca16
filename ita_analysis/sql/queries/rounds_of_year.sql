-- One row per measure and round, with steps done, results, evidence and status.
with own as (
    select measure_id, measure_no, ended_on from measure
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
shown as (
    select measure_id, round_months, progress_id
    from progress
    qualify version = max(version) over (partition by measure_id, round_months)
),
marks as (
    select measure_id, round_months, 'pair' as mark, null as stated_on from measure_round
    union all
    select measure_id, round_months, state, null from step_progress
    union all
    select measure_id, round_months, 'result', null from shown
    union all
    select measure_id, round_months, 'evidence', stated_on from shown join evidence using (progress_id)
),
steps as (
    select measure_id, count(*) as step_count from measure_step group by measure_id
),
counted as (
    select o.measure_id, o.measure_no, k.round_months, s.starts_on, s.ends_on, s.state as round_state,
        coalesce(any_value(steps.step_count), 0) as step_count,
        count(*) filter (where mark in ('done', 'not_done', 'not_stated')) as judged_count,
        count(*) filter (where mark = 'done') as done_count,
        count(*) filter (where mark = 'not_done') as not_done_count,
        count(*) filter (where mark = 'result') as result_count,
        count(*) filter (where mark = 'evidence') as evidence_count,
        count(*) filter (where stated_on not between s.starts_on and s.ends_on) as outside_count
    from marks k
    join own o using (measure_id)
    join round_span s on s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.round_months = k.round_months
    left join steps using (measure_id)
    -- A measure that has ended is no longer to be reported; what was reported, or was to be before, stays.
    where mark <> 'pair' or o.ended_on is null or s.ends_on < o.ended_on or s.state <> 'open'
    group by o.measure_id, o.measure_no, k.round_months, s.starts_on, s.ends_on, s.state
    having bool_or(mark in ('pair', 'result'))
)
select measure_id, measure_no, round_months, starts_on, ends_on, round_state, step_count, done_count, not_done_count,
    step_count - done_count - not_done_count as not_stated_count, result_count, evidence_count, outside_count,
    case
        when result_count = 0 or judged_count = 0 or step_count = 0 then 'no_data'
        when done_count = step_count then 'done'
        when done_count > 0 then 'in_progress'
        when not_done_count = step_count then 'not_started'
        else 'no_data'
    end as status
from counted
order by measure_no, round_months;
