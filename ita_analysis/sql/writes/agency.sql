-- Adds one row to agency.
insert into agency (
    agency_code, name_th, short_name_th, district_th, province_th, is_synthetic
) values (
    $agency_code, $name_th, $short_name_th, $district_th, $province_th, $is_synthetic
);
