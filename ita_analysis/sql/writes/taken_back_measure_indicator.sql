-- Takes away the row of measure_indicator that the history names.
delete from measure_indicator
where measure_id = ($row_key::json->>'measure_id')::integer and indicator_no = ($row_key::json->>'indicator_no')::integer;
