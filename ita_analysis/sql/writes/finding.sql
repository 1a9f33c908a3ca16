-- Adds rows to finding.
insert into finding (report_id, finding_no, rule, severity, place, quote, sentence_values)
select
    unnest($report_id), unnest($finding_no), unnest($rule), unnest($severity), unnest($place), unnest($quote),
    unnest($sentence_values);
