-- Takes away the row of measure_item that the history names.
delete from measure_item
where measure_id = ($row_key::json->>'measure_id')::integer and item_code = $row_key::json->>'item_code';
