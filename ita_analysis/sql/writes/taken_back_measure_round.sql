-- Takes away the row of measure_round that the history names.
delete from measure_round
where measure_id = ($row_key::json->>'measure_id')::integer and round_months = ($row_key::json->>'round_months')::integer;
