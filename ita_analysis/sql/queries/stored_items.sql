-- One row per item of a measure, in order.
select item_code, reason from measure_item where measure_id = $measure_id order by item_code;
