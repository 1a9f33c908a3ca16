-- One row per measure and round, with steps done, results, evidence and status.
with own as (
    select measure_id, measure_no, (select count(*) from measure_step s where s.measure_id = m.measure_id) as step_count
    from measure m
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
shown as (
    select measure_id, round_months, progress_id
    from progress
    qualify version = max(version) over (partition by measure_id, round_months)
),
marks as (
    select measure_id, round_months, true as is_pair, null as state, null as progress_id, null as stated_on from measure_round
    union all
    select measure_id, round_months, false, state, null, null from step_progress
    union all
    select shown.measure_id, shown.round_months, true, null, shown.progress_id, e.stated_on
    from shown left join evidence e using (progress_id)
),
counted as (
    select o.measure_id, o.measure_no, k.round_months, any_value(s.starts_on) as starts_on, any_value(s.ends_on) as ends_on,
        any_value(s.state) as round_state, any_value(o.step_count) as step_count, count(k.state) as judged_count,
        count(*) filter (where k.state = 'done') as done_count, count(*) filter (where k.state = 'not_done') as not_done_count,
        count(distinct k.progress_id) as result_count, count(k.stated_on) as evidence_count,
        count(*) filter (where k.stated_on not between s.starts_on and s.ends_on) as outside_count
    from marks k
    join own o using (measure_id)
    join round_span s on s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.round_months = k.round_months
    group by o.measure_id, o.measure_no, k.round_months
    having bool_or(k.is_pair)
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
