-- Takes away the row of step_progress that the history names.
delete from step_progress
where measure_id = ($row_key::json->>'measure_id')::integer and step_no = ($row_key::json->>'step_no')::integer and round_months = ($row_key::json->>'round_months')::integer;
