-- Puts another state in the place of that of a step in a round.
update step_progress set state = $state, reason = ''
where measure_id = $measure_id and step_no = $step_no and round_months = $round_months;
