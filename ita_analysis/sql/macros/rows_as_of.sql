-- One row per row of an agency's year (its plan, results, rounds and sites) as it was after a change, and whether it has changed since.
create or replace macro rows_as_of(whose, year_be, latest) as table
with later as (
    select table_name, row_key, old_row as row_json, measure_id
    from audit
    where change_id > latest and agency_code = whose and coalesce(fiscal_year_be, year_be) = year_be
    -- What the first later change found is what there was.
    qualify row_number() over (partition by table_name, row_key order by audit_id) = 1
)
select now.table_name, now.row_key, now.row_json, now.measure_id, false as is_changed_since
from row_now now
where now.agency_code = whose and coalesce(now.fiscal_year_be, year_be) = year_be
    and not exists (from later where later.table_name = now.table_name and later.row_key = now.row_key)
union all
select table_name, row_key, row_json, measure_id, true
from later
where row_json is not null;
