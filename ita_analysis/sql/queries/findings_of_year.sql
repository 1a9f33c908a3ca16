-- One row per finding about the reports of an agency's year, the gravest first.
select f.report_id, f.finding_no, f.rule, f.severity, f.place, f.quote, f.sentence_values, r.round_months, r.file_name
from finding f
join report r using (report_id)
where r.agency_code = $agency_code and r.fiscal_year_be = $fiscal_year_be
order by r.report_id, case f.severity when 'high' then 1 when 'medium' then 2 else 3 end, f.finding_no;
