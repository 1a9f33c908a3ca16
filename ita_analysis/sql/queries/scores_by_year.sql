-- One row per score of an agency above its items: indicators, instruments and total of every fiscal year, with the level its source prints.
with own as (
    select fiscal_year_be, level, code, score, source
    from score
    where agency_code = $agency_code and level in ('total', 'indicator', 'instrument')
),
printed as (
    select fiscal_year_be, grade_printed from result where agency_code = $agency_code
)
select own.fiscal_year_be, level, code, score, source, grade_printed
from own
left join printed using (fiscal_year_be)
order by own.fiscal_year_be, level, code;
