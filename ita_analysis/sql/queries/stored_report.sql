-- One row per stored report of a fingerprint, none or one, and whether no sentence of its analysis is kept.
select
    report_id, agency_code, imported_at,
    not exists (from analysis_sentence s where s.report_id = r.report_id) as lacks_sentences
from report r
where fingerprint = $fingerprint;
