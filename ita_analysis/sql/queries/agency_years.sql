-- One row per fiscal year of an agency there is something to say about, the latest year first.
select a.agency_code, a.name_th, a.short_name_th, a.district_th, a.province_th, a.is_synthetic,
    y.fiscal_year_be, y.report_id, y.round_months, y.prior_fiscal_year_be, y.file_name, y.written_in
from years_of($agency_code) y, agency a
where a.agency_code = $agency_code
order by y.fiscal_year_be desc;
