-- Adds one row to finding.
insert into finding (
    report_id, finding_no, rule, severity, place, quote, sentence_values
) values (
    $report_id, $finding_no, $rule, $severity, $place, $quote, $sentence_values
);
