-- Puts other words in the place of those of one row of measure_step.
update measure_step set words = $words where measure_id = $measure_id and step_no = $step_no;
