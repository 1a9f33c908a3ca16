-- Adds one row to weakness.
insert into weakness (
    report_id, indicator_no, kind, words, stated_score, place
) values (
    $report_id, $indicator_no, $kind, $words, $stated_score, $place
);
