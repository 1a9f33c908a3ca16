-- Adds one row to evidence_check.
insert into evidence_check (
    check_id, url, checked_at, state, status, redirects, reason
) values (
    (select coalesce(max(check_id), 0) + 1 from evidence_check), $url, $checked_at, $state, $status, $redirects, $reason
);
