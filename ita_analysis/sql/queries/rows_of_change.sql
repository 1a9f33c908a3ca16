-- One row per row that a change added, changed or removed, the last one first; a round goes after what names it.
select table_name, row_key, old_row, new_row, measure_id, agency_code
from audit
where change_id = $change_id
order by table_name = 'round', audit_id desc;
