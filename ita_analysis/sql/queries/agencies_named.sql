-- One row per agency of a name.
select agency_code, province_th from agency where name_th = $name_th;
