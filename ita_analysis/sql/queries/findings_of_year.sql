-- One row per finding about the reports of an agency's year, of each round's latest report, the gravest first.
with latest as (
    select report_id, round_months, file_name
    from report
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
    qualify row_number() over (partition by round_months order by report_id desc) = 1
)
select f.report_id, f.finding_no, f.rule, f.severity, f.place, f.quote, f.sentence_values, r.round_months, r.file_name
from finding f
join latest r using (report_id)
order by r.report_id, case f.severity when 'high' then 1 when 'medium' then 2 else 3 end, f.finding_no;
