-- One row per stated score of an agency and assessed year, with the sheet or form it was taken from.
select s.level, s.code, s.score, s.source, c.source_id, c.file_name, c.sheet_name, c.stored_at, s.source_row, s.source_column
from score s
left join score_source c using (source_id)
where s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.source <> 'computed'
order by s.level, s.code;
