-- One row per row of an agency's year as it was after a change, as JSON, and whether it has changed since.
select table_name, row_key, row_json, measure_id, is_changed_since
from rows_as_of($agency_code, $fiscal_year_be, $change_id)
order by table_name, row_key;
