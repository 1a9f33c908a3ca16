-- One row per kind of weak points of which a report says that there are none.
select kind, words, place
from analysis_sentence
where report_id = $report_id and indicator_no is null
order by sentence_no;
