-- One row per agency and fiscal year with a stored report, the latest year first.
select a.agency_code, a.name_th, a.short_name_th, a.district_th, a.province_th, a.is_synthetic,
    r.fiscal_year_be, r.report_id, r.round_months, r.prior_fiscal_year_be, r.file_name, r.written_in
from report_of_year r
join agency a using (agency_code)
order by r.fiscal_year_be desc, a.name_th collate th;
