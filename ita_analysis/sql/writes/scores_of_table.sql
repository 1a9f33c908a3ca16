-- Adds the rows of a table to score; what is asked for together lies together: the levels of a year, then an agency's.
insert into score by name
select agency_code, fiscal_year_be, level, code, score, source, source_id, source_row, source_column
from incoming
order by fiscal_year_be, level, agency_code, code;
