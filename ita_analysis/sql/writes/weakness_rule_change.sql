-- Adds one row to weakness_rule_change.
insert into weakness_rule_change (
    change_id, fiscal_year_be, urgent_below, develop_below, good_below, reason, changed_at
) values (
    (select coalesce(max(change_id), 0) + 1 from weakness_rule_change), $fiscal_year_be, $urgent_below, $develop_below, $good_below,
    $reason, localtimestamp
)
returning change_id;
