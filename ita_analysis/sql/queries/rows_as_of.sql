-- One row per row of an agency's year as it was after a change, as JSON, and whether it has changed since; a result has also where a version was saved since.
with saved_since as (
    select distinct measure_id, coalesce(new_row, old_row)->>'round_months' as round_months
    from audit
    where change_id > $change_id and agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
        and table_name in ('progress', 'step_progress')
)
select r.table_name, r.row_key, r.row_json, r.measure_id,
    r.is_changed_since or (r.table_name = 'progress' and s.measure_id is not null) as is_changed_since
from rows_as_of($agency_code, $fiscal_year_be, $change_id) r
left join saved_since s on s.measure_id = r.measure_id and s.round_months = r.row_json->>'round_months'
order by r.table_name, r.row_key;
