-- One row per step of a measure, in order.
select step_no, words from measure_step where measure_id = $measure_id order by step_no;
