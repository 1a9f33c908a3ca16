-- Adds one row to step_progress. A step that is judged already in that round stays.
insert into step_progress (
    measure_id, step_no, round_months, state, reason
) values (
    $measure_id, $step_no, $round_months, $state, $reason
)
on conflict do nothing;
