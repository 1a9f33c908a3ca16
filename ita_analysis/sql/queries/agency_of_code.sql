-- One row: the agency of a code, if there is one.
select agency_code, name_th, district_th, province_th, is_synthetic from agency where agency_code = $agency_code;
