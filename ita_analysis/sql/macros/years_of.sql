-- One row per fiscal year of an agency there is something to say about: a report, a round or a measure of that year, or the result of the year before.
create or replace macro years_of(whose) as table
with said as (
    select fiscal_year_be, prior_fiscal_year_be, report_id, round_months, file_name, written_in,
        report_id in (select report_id from weakness) as names_weaknesses
    from report
    where agency_code = whose
    union all
    select fiscal_year_be + 1, fiscal_year_be, null, null, null, null, null from result where agency_code = whose
    union all
    select fiscal_year_be, fiscal_year_be - 1, null, null, null, null, null
    from (
        select agency_code, fiscal_year_be from round
        union all
        select agency_code, fiscal_year_be from measure
    )
    where agency_code = whose
)
select fiscal_year_be, prior_fiscal_year_be, report_id, round_months, file_name, written_in
from said
-- A report comes before a bare result, one that names weaknesses before one that does not, then the latest.
qualify row_number() over (
    partition by fiscal_year_be
    order by report_id is null, names_weaknesses desc, round_months desc nulls last, report_id desc
) = 1;
