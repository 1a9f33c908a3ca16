-- One row: the version that a new result of a measure's round gets.
select coalesce(max(version), 0) + 1 from progress where measure_id = $measure_id and round_months = $round_months;
