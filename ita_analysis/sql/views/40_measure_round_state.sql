-- One row per measure and round that the plan or a report names: steps done, results, evidence and status.
create or replace view measure_round_state as
with pairs as (
    select measure_id, round_months from measure_round
    union
    select measure_id, round_months from progress
),
steps as (
    select measure_id, count(*) as step_count from measure_step group by measure_id
),
judged as (
    select measure_id, round_months,
        count(*) filter (where state = 'done') as done_count,
        count(*) filter (where state = 'not_done') as not_done_count
    from step_progress group by measure_id, round_months
),
results as (
    select measure_id, round_months, count(*) as result_count, min(progress_id) as progress_id
    from result_of_round group by measure_id, round_months
),
dated as (
    select p.measure_id, p.round_months, count(*) as evidence_count,
        count(*) filter (where e.stated_on not between s.starts_on and s.ends_on) as outside_count
    from result_of_round p
    join evidence e using (progress_id)
    join measure m using (measure_id)
    join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = p.round_months
    group by p.measure_id, p.round_months
)
select
    m.agency_code, m.fiscal_year_be, m.measure_id, m.measure_no, pairs.round_months,
    s.starts_on, s.ends_on, s.state as round_state,
    coalesce(steps.step_count, 0) as step_count,
    coalesce(judged.done_count, 0) as done_count,
    coalesce(judged.not_done_count, 0) as not_done_count,
    coalesce(steps.step_count, 0) - coalesce(judged.done_count, 0) - coalesce(judged.not_done_count, 0) as not_stated_count,
    coalesce(results.result_count, 0) as result_count,
    coalesce(dated.evidence_count, 0) as evidence_count,
    coalesce(dated.outside_count, 0) as outside_count,
    case
        when coalesce(results.result_count, 0) = 0 then 'no_data'
        when judged.done_count is null or coalesce(steps.step_count, 0) = 0 then 'no_data'
        when judged.done_count = steps.step_count then 'done'
        when judged.done_count > 0 then 'in_progress'
        when judged.not_done_count = steps.step_count then 'not_started'
        else 'no_data'
    end as status
from pairs
join measure m using (measure_id)
join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = pairs.round_months
left join steps using (measure_id)
left join judged on judged.measure_id = pairs.measure_id and judged.round_months = pairs.round_months
left join results on results.measure_id = pairs.measure_id and results.round_months = pairs.round_months
left join dated on dated.measure_id = pairs.measure_id and dated.round_months = pairs.round_months;
