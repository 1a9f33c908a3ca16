-- One row per agency and fiscal year: the latest stored report that names weaknesses, else the latest one.
create or replace view report_of_year as
select r.agency_code, r.fiscal_year_be, r.report_id, r.round_months, r.prior_fiscal_year_be, r.file_name, r.written_in
from report r
qualify row_number() over (
    partition by r.agency_code, r.fiscal_year_be
    order by exists (select 1 from weakness w where w.report_id = r.report_id) desc, r.round_months desc nulls last, r.report_id desc
) = 1;
