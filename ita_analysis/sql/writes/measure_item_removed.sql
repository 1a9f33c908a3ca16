-- Takes one row out of measure_item.
delete from measure_item where measure_id = $measure_id and item_code = $item_code;
