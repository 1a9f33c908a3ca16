-- One row per step of a measure, in order.
select words from measure_step where measure_id = $measure_id order by step_no;
