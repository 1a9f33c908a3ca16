-- One row per row of a table that some changes added, changed or removed: before and after as JSON, and whether it is still as the change left it.
with told as (
    select change_id, table_name, row_key, min(audit_id) as audit_id, any_value(measure_id) as measure_id,
        first(old_row order by audit_id) as old_row, last(new_row order by audit_id) as new_row
    from audit
    where list_contains($change_ids, change_id)
    group by change_id, table_name, row_key
),
latest as (
    select table_name, row_key, last(new_row order by audit_id) as new_row
    from audit
    where (table_name, row_key) in (select table_name, row_key from told)
    group by table_name, row_key
)
select told.change_id, told.table_name, told.row_key, told.measure_id, told.old_row, told.new_row,
    told.new_row is not distinct from latest.new_row as is_latest
from told
join latest using (table_name, row_key)
where told.old_row is distinct from told.new_row
order by told.change_id desc, told.audit_id;
