-- Adds one row to step_progress.
insert into step_progress (
    measure_id, step_no, round_months, state, reason
) values (
    $measure_id, $step_no, $round_months, $state, $reason
);
