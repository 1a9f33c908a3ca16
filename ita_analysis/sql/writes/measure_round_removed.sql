-- Takes one row out of measure_round.
delete from measure_round where measure_id = $measure_id and round_months = $round_months;
