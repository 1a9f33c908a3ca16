-- Takes away the row of progress that the history names.
delete from progress
where progress_id = ($row_key::json->>'progress_id')::integer;
