-- One row per measure of an agency's year in one round: whether it is to be reported, what is stored, and since when.
with own as (
    select measure_id, measure_no, title, responsible, ended_on, end_reason from measure
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
latest as (
    select * from progress where round_months = $round_months and measure_id in (select measure_id from own)
    qualify version = max(version) over (partition by measure_id)
),
shown as (
    select measure_id, max(version) as version, max(saved_at) as saved_at, any_value(owner) as owner,
        bool_and(report_id is not null) as is_from_report
    from latest
    group by measure_id
),
cited as (
    select measure_id, trim(regexp_replace(words, '\s+', ' ', 'g')) as words from latest join evidence using (progress_id)
),
-- What a report names as evidence without any date, a piece a line.
named as (
    select distinct measure_id, trim(regexp_replace(line, '\s+', ' ', 'g')) as words
    from (select measure_id, unnest(regexp_split_to_array(evidence_words, '[\r\n]+')) as line from latest)
    where regexp_matches(line, '[^\s\p{Z}\p{C}]')
),
evidenced as (
    select measure_id, count(*) as cited_count
    from (from cited union all select measure_id, words from named anti join cited using (measure_id, words))
    group by measure_id
),
-- The same words as in the last round before this one that has a result.
texts as (
    select measure_id, round_months, list([detail, output, outcome] order by progress_id) as words,
        bool_or(concat(detail, output, outcome) <> '') as is_said
    from (
        select * from progress where round_months <= $round_months and measure_id in (select measure_id from own)
        qualify version = max(version) over (partition by measure_id, round_months)
    )
    group by all
),
copied as (
    select measure_id
    from (select *, lag(words) over (partition by measure_id order by round_months) as words_before from texts)
    where round_months = $round_months and is_said and words = words_before
),
steps as (
    select measure_id, count(*) as step_count,
        count(sp.state) filter (where sp.state = 'done') as done_count,
        count(sp.state) filter (where sp.state = 'not_done') as not_done_count
    from measure_step
    left join (select * from step_progress where round_months = $round_months) sp using (measure_id, step_no)
    group by measure_id
)
select o.measure_id, o.measure_no, o.title, o.responsible, o.ended_on, o.end_reason,
    o.measure_id in (select measure_id from measure_round where round_months = $round_months)
        or o.measure_id not in (select measure_id from measure_round) as is_planned,
    shown.version, shown.saved_at, shown.owner, shown.is_from_report, coalesce(evidenced.cited_count, 0) as cited_count,
    o.measure_id in (from copied) as is_like_before,
    coalesce(steps.step_count, 0) as step_count, coalesce(steps.done_count, 0) as done_count,
    coalesce(steps.not_done_count, 0) as not_done_count
from own o
left join shown using (measure_id)
left join evidenced using (measure_id)
left join steps using (measure_id)
order by o.measure_no;
