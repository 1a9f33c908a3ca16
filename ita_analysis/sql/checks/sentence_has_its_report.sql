-- Sentences of an analysis whose report is not there, of no known kind, or naming an indicator that the report does not call weak.
select s.report_id, s.sentence_no
from analysis_sentence s
left join report r using (report_id)
left join weakness w on w.report_id = s.report_id and w.indicator_no = s.indicator_no
where r.report_id is null
    or s.kind not in ('urgent', 'develop')
    or (s.indicator_no is not null and w.kind is distinct from s.kind);
