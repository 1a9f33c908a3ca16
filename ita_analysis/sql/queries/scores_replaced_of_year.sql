-- One row per score of an agency's assessed year that a later source put another in the place of, the latest first.
select r.level, r.code, r.score, r.source, o.file_name, r.replaced_at
from score_replaced r
left join score_source o using (source_id)
where r.agency_code = $agency_code and r.fiscal_year_be = $fiscal_year_be
order by r.replaced_at desc, r.level, regexp_extract(r.code, '^[^0-9]*'), try_cast(regexp_extract(r.code, '[0-9]+') as integer), r.code;
