-- One row per change that a reader looks for, of an agency's year or ($agency_code null) of what belongs to no agency: the newest first; at most $most after $skipped.
with told as (
    select *, coalesce(new_row, old_row) as row_json
    from audit
    where case
            when $agency_code is null then agency_code is null or table_name = 'person'
            else agency_code = $agency_code and table_name <> 'person'
                -- A year that was taken back has no page of its own: its changes stand with those of every other.
                and (coalesce(fiscal_year_be, $fiscal_year_be) = $fiscal_year_be
                    or fiscal_year_be not in (select fiscal_year_be from years_of($agency_code)))
        end
        and ($change_id is null or change_id = $change_id)
        and ($measure_id is null or measure_id = $measure_id)
        and ($who is null or who = $who)
        and ($deeds is null or list_contains($deeds, deed))
        and ($since is null or changed_at >= $since::date)
        and ($until is null or changed_at < $until::date + 1)
),
found as (
    select change_id, any_value(deed) as deed, any_value(who) as who, any_value(who_name) as who_name,
        any_value(changed_at) as changed_at, any_value(reason) as reason, any_value(undoes) as undoes,
        count(distinct (table_name, row_key)) as row_count, count(distinct measure_id) as measure_count,
        min(measure_id) as measure_id,
        list_sort(list_distinct(list((row_json->>'round_months')::integer))) as months,
        list_sort(list_distinct(list((row_json->>'indicator_no')::integer))) as indicators,
        any_value(case table_name
            when 'person' then row_json->>'name'
            when 'agency_site' then row_json->>'host'
            when 'finding_decision' then row_json->>'rule'
            when 'weakness_rule_change' then row_json->>'fiscal_year_be'
            else row_json->>'file_name'
        end) as subject,
        count(*) over () as found_count
    from told
    group by change_id
    order by change_id desc
    limit $most offset $skipped
),
-- A measure that is gone has its last title in the history.
titles as (
    select measure_id, last(coalesce(new_row, old_row)->>'title' order by audit_id) as title
    from audit
    where table_name = 'measure' and measure_id in (select measure_id from found)
    group by measure_id
),
deeds as (
    select change_id, any_value(deed) as deed from audit where change_id in (select undoes from found) group by change_id
)
select f.change_id, f.deed, f.who, coalesce(nullif(f.who_name, ''), nullif(p.name, '')) as person_name, f.changed_at,
    f.reason, f.undoes, d.deed as undone_deed, u.undone_by, f.row_count, f.measure_count, coalesce(m.title, t.title) as title,
    array_to_string(f.months, ', ') as months, array_to_string(f.indicators, ', ') as indicators, f.subject, f.found_count
from found f
left join person p on p.email = f.who
left join measure m on m.measure_id = f.measure_id
left join titles t on t.measure_id = f.measure_id
left join deeds d on d.change_id = f.undoes
left join undone_change u on u.change_id = f.change_id
order by f.change_id desc;
