-- One row per agency and fiscal year: the latest stored report that names weaknesses, else the latest one.
create or replace view report_of_year as
select r.agency_code, r.fiscal_year_be, r.report_id, r.round_months, r.prior_fiscal_year_be, r.file_name, r.written_in
from report r
left join (select distinct report_id from weakness) named using (report_id)
qualify row_number() over (
    partition by r.agency_code, r.fiscal_year_be
    order by named.report_id is not null desc, r.round_months desc nulls last, r.report_id desc
) = 1;
