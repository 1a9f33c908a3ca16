-- One row per kind of reason why a change cannot be taken back as the data are now: the rounds that are closed, the latest later change, or that it is taken back already.
with told as (
    select table_name, row_key, any_value(measure_id) as measure_id, any_value(agency_code) as agency_code,
        any_value(fiscal_year_be) as fiscal_year_be, last(new_row order by audit_id) as new_row,
        last(coalesce(new_row, old_row) order by audit_id) as row_json
    from audit
    where change_id = $change_id and table_name <> 'round'
    group by table_name, row_key
),
-- Columns that a later program added are no change: as long as they are empty they are left out of the comparison.
differing as (
    select told.*
    from told
    left join row_now now on now.table_name = told.table_name and now.row_key = told.row_key
    where json_merge_patch('{}', told.new_row) is distinct from json_merge_patch('{}', now.row_json)
),
results as (
    select told.*, coalesce(p.round_months, (told.row_json->>'round_months')::integer) as round_months
    from told
    left join progress p on told.table_name = 'evidence' and p.progress_id = (told.row_json->>'progress_id')::integer
    where told.table_name in ('progress', 'evidence', 'step_progress')
),
newer as (
    select p.progress_id
    from results r
    join progress p on p.measure_id = r.measure_id and p.round_months = r.round_months
        and p.version > (r.new_row->>'version')::integer
    where r.table_name = 'progress'
),
later as (
    select change_id, changed_at
    from audit
    where change_id > $change_id and (
        (table_name, row_key) in (select table_name, row_key from differing)
        or table_name = 'progress' and row_key in (select json_object('progress_id', progress_id) from newer)
    )
    order by change_id desc
    limit 1
)
select 'closed' as kind, array_to_string(list_sort(list(distinct s.round_months)), ', ') as months, null as changed_at
from results r
join round s on s.agency_code = r.agency_code and s.fiscal_year_be = r.fiscal_year_be and s.round_months = r.round_months
where s.state <> 'open'
having count(*) > 0
union all
select 'changed', null, (select changed_at from later)
where exists (from differing) or exists (from newer)
union all
select 'undone', null, (select any_value(changed_at) from audit where change_id = undone_by)
from undone_change
where change_id = $change_id
order by kind desc;
