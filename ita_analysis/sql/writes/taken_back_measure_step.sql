-- Takes away the row of measure_step that the history names.
delete from measure_step
where measure_id = ($row_key::json->>'measure_id')::integer and step_no = ($row_key::json->>'step_no')::integer;
