-- One row per stored report of an agency's year, the latest first.
select report_id, round_months, file_name, written_in, imported_at
from report
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by report_id desc;
