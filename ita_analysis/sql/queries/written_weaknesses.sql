-- One row per indicator that a report names as weak, with the sentence that names it (null where none is kept).
select w.indicator_no, w.words, w.kind, w.stated_score, w.place, s.words as sentence
from weakness w
left join analysis_sentence s on s.report_id = w.report_id and s.indicator_no = w.indicator_no
where w.report_id = $report_id
order by w.indicator_no;
