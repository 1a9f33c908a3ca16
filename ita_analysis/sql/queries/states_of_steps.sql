-- One row per round and step of a measure that was judged, with the sentence it rests on.
select round_months, step_no, state, reason from step_progress where measure_id = $measure_id order by round_months, step_no;
