-- One row per result row shown, with its words and its place in the source.
select p.progress_id, p.measure_id, m.measure_no, m.title, p.round_months, p.version, p.detail, p.period_start,
    p.period_end, p.output, p.outcome, p.note, p.evidence_words, p.stated_status, p.place, p.report_id, p.saved_at
from result_of_round p
join measure m using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by p.round_months, m.measure_no, p.progress_id;
