-- One row per step of a measure that was judged in a round, in order.
select step_no, state from step_progress where measure_id = $measure_id and round_months = $round_months order by step_no;
