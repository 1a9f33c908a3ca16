-- One row per official score of an agency's assessed year, with the file, sheet, row and column it was read from.
select s.level, s.code, s.score, s.source, o.file_name, o.sheet_name, s.source_row, s.source_column,
    coalesce(c.heading, '') as heading, o.instruments_form, o.stored_at
from score s
left join score_source o using (source_id)
left join score_column c on c.source_id = s.source_id and c.column_no = s.source_column
where s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be
order by s.level, regexp_extract(s.code, '^[^0-9]*'), try_cast(regexp_extract(s.code, '[0-9]+') as integer), s.code;
