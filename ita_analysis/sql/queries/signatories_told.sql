-- One row per person who signs the latest report of a round of an agency's year, and (without a round) the latest of all.
with told as (
    select report_id, round_months,
        report_id = max(report_id) over (partition by round_months) as is_of_round,
        report_id = max(report_id) over () as is_of_year
    from report
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
chosen as (
    select round_months, report_id from told where is_of_round and round_months is not null
    union all
    select null, report_id from told where is_of_year
)
select c.round_months, s.role, s.name, s.position
from chosen c
join signatory s using (report_id)
order by c.round_months nulls first, s.signatory_no;
