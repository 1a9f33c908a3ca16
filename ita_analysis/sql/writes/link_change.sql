-- Adds one row to link_change.
insert into link_change (
    change_id, measure_id, indicator_no, action, basis_before, reason_before, reason, changed_at
) values (
    (select coalesce(max(change_id), 0) + 1 from link_change), $measure_id, $indicator_no, $action, $basis_before, $reason_before,
    $reason, localtimestamp
)
returning change_id;
