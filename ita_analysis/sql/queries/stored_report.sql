-- One row per stored report of a fingerprint: none or one.
select report_id, agency_code, imported_at from report where fingerprint = $fingerprint;
