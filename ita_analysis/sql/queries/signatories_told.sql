-- One row per person who signs the latest report of an agency's round; of its year where no round is asked for.
with chosen as (
    select max(report_id) as report_id
    from report
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
        and ($round_months is null or round_months = $round_months)
)
select s.role, s.name, s.position
from signatory s
join chosen using (report_id)
order by s.signatory_no;
