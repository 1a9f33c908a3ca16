-- Adds one row to score. A score that is there already stays.
insert into score (
    agency_code, fiscal_year_be, level, code, score, source
)
select $agency_code, $fiscal_year_be, $level, $code, $score, $source
where not exists (
    select 1 from score s
    where s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.level = $level and s.code = $code
);
