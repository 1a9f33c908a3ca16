-- Takes away the row of measure_guideline that the history names.
delete from measure_guideline
where measure_id = ($row_key::json->>'measure_id')::integer and guideline_no = ($row_key::json->>'guideline_no')::integer;
