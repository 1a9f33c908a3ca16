-- Adds one row to measure_step.
insert into measure_step (
    measure_id, step_no, words
) values (
    $measure_id, $step_no, $words
);
