-- One row per agency, real or synthetic ones.
select name_th, province_th, agency_code from agency where is_synthetic = $is_synthetic;
