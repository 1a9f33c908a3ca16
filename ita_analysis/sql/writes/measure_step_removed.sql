-- Takes one row out of measure_step.
delete from measure_step where measure_id = $measure_id and step_no = $step_no;
