-- One row per measure of a synthetic agency: what hangs on it leaves with it.
create or replace view synthetic_measure as
select m.measure_id from measure m join agency a using (agency_code) where a.is_synthetic;
