-- Adds one row to evidence.
insert into evidence (
    progress_id, evidence_no, stated_on, words, url, sha256, other_host_reason
) values (
    $progress_id, $evidence_no, $stated_on, $words, $url, $sha256, $other_host_reason
);
