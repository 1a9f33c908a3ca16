-- Adds one row to evidence.
insert into evidence (
    progress_id, evidence_no, stated_on, words
) values (
    $progress_id, $evidence_no, $stated_on, $words
);
