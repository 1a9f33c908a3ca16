-- Adds one row to measure_item.
insert into measure_item (
    measure_id, item_code, reason
) values (
    $measure_id, $item_code, $reason
);
