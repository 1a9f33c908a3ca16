-- Gives a measure its place in the order of the plan.
update measure set measure_no = $measure_no where measure_id = $measure_id and measure_no <> $measure_no;
