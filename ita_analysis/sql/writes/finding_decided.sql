-- Adds one row to finding_decision, or changes the decision about the same finding.
insert into finding_decision (
    agency_code, fiscal_year_be, finding_key, measure_id, rule, quote, decision, reason, decided_at
) values (
    $agency_code, $fiscal_year_be, $finding_key, $measure_id, $rule, $quote, $decision, $reason, localtimestamp
);
