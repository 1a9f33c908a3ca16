-- Scores that stand more than once for the same agency, year, level and code.
select agency_code, fiscal_year_be, level, code
from score
group by agency_code, fiscal_year_be, level, code
having count(*) > 1;
