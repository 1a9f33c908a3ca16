-- Takes away the row of evidence that the history names.
delete from evidence
where progress_id = ($row_key::json->>'progress_id')::integer and evidence_no = ($row_key::json->>'evidence_no')::integer;
