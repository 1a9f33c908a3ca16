-- One row per finding stored with the latest report of each round of an agency's year.
with latest as (
    select report_id
    from report
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
    qualify row_number() over (partition by round_months order by report_id desc) = 1
)
select f.rule, f.severity, f.place, f.quote, f.sentence_values
from finding f
join latest using (report_id)
order by f.report_id, f.finding_no;
