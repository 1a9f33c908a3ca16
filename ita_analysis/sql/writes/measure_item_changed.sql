-- Puts other words in the place of those of one row of measure_item.
update measure_item set reason = $reason where measure_id = $measure_id and item_code = $item_code;
