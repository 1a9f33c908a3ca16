-- One row per real agency of a name.
select agency_code, province_th from agency where name_th = $name_th and not is_synthetic;
