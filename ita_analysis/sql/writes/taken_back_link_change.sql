-- Takes away the row of link_change that the history names.
delete from link_change
where change_id = ($row_key::json->>'change_id')::integer;
