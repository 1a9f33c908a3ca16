-- Adds one row to report.
insert into report (
    report_id, agency_code, fiscal_year_be, round_months, prior_fiscal_year_be, file_name, fingerprint,
    written_in, imported_at
) values (
    (select coalesce(max(report_id), 0) + 1 from report), $agency_code, $fiscal_year_be, $round_months, $prior_fiscal_year_be, $file_name,
    $fingerprint, $written_in, localtimestamp
)
returning report_id;
