-- One row per indicator of an agency that a score is stored of in a fiscal year.
select cast(code as integer) as indicator_no, score, source
from score
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and level = 'indicator'
order by cast(code as integer);
