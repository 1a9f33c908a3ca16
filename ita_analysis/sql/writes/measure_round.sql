-- Adds one row to measure_round.
insert into measure_round (
    measure_id, round_months
) values (
    $measure_id, $round_months
);
