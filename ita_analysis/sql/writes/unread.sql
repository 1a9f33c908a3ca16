-- Adds one row to unread.
insert into unread (
    report_id, unread_no, place, words
) values (
    $report_id, $unread_no, $place, $words
);
