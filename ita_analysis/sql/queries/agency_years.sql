-- One row per fiscal year of an agency there is something to say about, the latest year first.
with said as (
    select fiscal_year_be, report_id, round_months, prior_fiscal_year_be, file_name, written_in,
        report_id in (select report_id from weakness) as names_weaknesses
    from report
    where agency_code = $agency_code
    union all
    select fiscal_year_be + 1, null, null, fiscal_year_be, null, null, null from result where agency_code = $agency_code
)
select a.agency_code, a.name_th, a.short_name_th, a.district_th, a.province_th, a.is_synthetic,
    y.fiscal_year_be, y.report_id, y.round_months, y.prior_fiscal_year_be, y.file_name, y.written_in
from said y, agency a
where a.agency_code = $agency_code
-- As the view agency_year has it: a report before a bare result, one that names weaknesses before one that does not.
qualify row_number() over (
    partition by y.fiscal_year_be
    order by y.report_id is null, y.names_weaknesses desc, y.round_months desc nulls last, y.report_id desc
) = 1
order by y.fiscal_year_be desc;
