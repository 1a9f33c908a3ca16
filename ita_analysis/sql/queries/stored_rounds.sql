-- One row per round in which a measure is to be reported, in order.
select round_months from measure_round where measure_id = $measure_id order by round_months;
