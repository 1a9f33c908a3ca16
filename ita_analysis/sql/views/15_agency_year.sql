-- One row per agency and fiscal year there is something to say about: a report of that year, or the result of the year before.
create or replace view agency_year as
select agency_code, fiscal_year_be, report_id, round_months, prior_fiscal_year_be, file_name, written_in
from report_of_year
union all
select r.agency_code, r.fiscal_year_be + 1, null, null, r.fiscal_year_be, null, null
from result r
where not exists (
    select 1 from report p where p.agency_code = r.agency_code and p.fiscal_year_be = r.fiscal_year_be + 1
);
