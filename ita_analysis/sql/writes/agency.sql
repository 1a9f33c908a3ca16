-- Adds one row to agency.
insert into agency (
    agency_code, name_th, short_name_th, district_th, province_th, is_synthetic, name_order, type_code
) values (
    $agency_code, $name_th, $short_name_th, $district_th, $province_th, $is_synthetic,
    icu_sort_key($name_th, 'th'),
    (select type_code from agency_type where starts_with($name_th, prefix_th) order by length(prefix_th) desc limit 1)
);
