-- One row per thing that is open about a measure in a round, or about a round, on a day: the most pressing first.
with own as (
    select measure_id, measure_no, title, responsible from measure
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and ended_on is null
),
spans as (
    select round_months, state, starts_on, ends_on, due_on, is_due_set from round_span
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
-- A measure whose plan names no round is reported in each of the year.
pairs as (
    select measure_id, round_months from measure_round join own using (measure_id)
    union
    select measure_id, round_months from own cross join spans where measure_id not in (select measure_id from measure_round)
),
shown as (
    select measure_id, round_months, max(saved_at) as saved_at,
        -- A report may name its evidence in a cell, without any date.
        bool_or(cited.progress_id is not null or coalesce(regexp_matches(evidence_words, '[^\s\p{Z}\p{C}]'), false)) as is_cited
    from (select * from progress qualify version = max(version) over (partition by measure_id, round_months)) p
    left join (select distinct progress_id from evidence) cited using (progress_id)
    group by all
),
steps as (
    select measure_id, count(*) as step_count from measure_step group by measure_id
),
done as (
    select measure_id, round_months, count(*) as done_count from step_progress where state = 'done' group by all
),
standing as (
    select o.measure_id, o.measure_no, o.title, o.responsible, p.round_months, s.state, s.starts_on, s.ends_on, s.due_on,
        cast(shown.saved_at as date) as saved_on, shown.measure_id is not null as has_result,
        coalesce(shown.is_cited, false) as is_cited,
        coalesce(done.done_count, 0) < coalesce(steps.step_count, 0) as is_unfinished
    from pairs p
    join own o using (measure_id)
    join spans s on s.round_months = p.round_months and s.state <> 'approved' -- what was approved is finished
    left join shown on shown.measure_id = p.measure_id and shown.round_months = p.round_months
    left join steps on steps.measure_id = p.measure_id
    left join done on done.measure_id = p.measure_id and done.round_months = p.round_months
),
tasks as (
    select *, 'overdue' as kind, due_on as since_on from standing where not has_result and state = 'open' and due_on < $today
    union all
    select *, 'due_soon', due_on from standing
    where not has_result and state = 'open' and due_on between $today and $today + to_days(cast($soon as integer))
    union all
    select *, 'no_evidence', saved_on from standing where has_result and not is_cited and state = 'open'
    union all
    select *, 'stale', saved_on from standing
    where has_result and is_unfinished and state = 'open' and saved_on < $today - to_days(cast($long as integer))
    union all
    select null, null, null, null, round_months, state, starts_on, ends_on, due_on, null, false, false, false, 'to_approve', null
    from spans where state = 'submitted'
    union all
    -- Nobody can enter what a submitted round lacks, a result or its evidence: whoever may open it again is asked.
    select null, null, null, null, round_months, state, starts_on, ends_on, due_on, null, false, false, false, 'incomplete', due_on
    from spans where state = 'submitted' and round_months in (select round_months from standing where not is_cited)
    union all
    select null, null, null, null, round_months, state, starts_on, ends_on, due_on, null, false, false, false, 'to_submit', due_on
    from spans
    where state = 'open' and ends_on < $today
        and round_months in (select round_months from standing)
        and round_months not in (select round_months from standing where not has_result)
)
select kind, round_months, measure_id, measure_no, title, responsible, due_on, since_on, state as round_state
from tasks
order by list_position(['overdue', 'incomplete', 'to_approve', 'to_submit', 'due_soon', 'no_evidence', 'stale'], kind), since_on, round_months, measure_no;
