-- Takes away the row of measure that the history names.
delete from measure
where measure_id = ($row_key::json->>'measure_id')::integer;
