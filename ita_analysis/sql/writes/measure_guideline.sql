-- Adds one row to measure_guideline.
insert into measure_guideline (
    measure_id, guideline_no, words
) values (
    $measure_id, $guideline_no, $words
);
