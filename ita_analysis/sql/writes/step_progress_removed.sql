-- Takes one row out of step_progress.
delete from step_progress where measure_id = $measure_id and step_no = $step_no and round_months = $round_months;
