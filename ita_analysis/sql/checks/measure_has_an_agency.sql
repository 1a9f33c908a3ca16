-- Measures whose agency is not known.
select measure_id, agency_code from measure where agency_code not in (select agency_code from agency);
