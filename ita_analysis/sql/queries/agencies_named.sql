-- One row per agency of a name, real or synthetic ones.
select agency_code, province_th from agency where name_th = $name_th and is_synthetic = $is_synthetic;
