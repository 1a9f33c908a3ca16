-- Adds one row to score. A score that is there already stays.
insert into score (
    agency_code, fiscal_year_be, level, code, score, source
) values (
    $agency_code, $fiscal_year_be, $level, $code, $score, $source
)
on conflict do nothing;
