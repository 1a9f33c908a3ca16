-- One row per fiscal year of an agency that something is known of, none or one: whose it is, and what its report says of itself.
select a.name_th, a.district_th, a.province_th, y.report_id, y.round_months, y.prior_fiscal_year_be, y.written_in, s.score
from years_of($agency_code) y
join agency a on a.agency_code = $agency_code
left join score s on s.agency_code = $agency_code and s.fiscal_year_be = y.prior_fiscal_year_be and s.level = 'total'
where y.fiscal_year_be = $fiscal_year_be;
