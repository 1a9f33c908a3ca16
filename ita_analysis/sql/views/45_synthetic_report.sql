-- One row per report of a synthetic agency: what hangs on it leaves with it.
create or replace view synthetic_report as
select r.report_id from report r join agency a using (agency_code) where a.is_synthetic;
