-- One row per indicator that a report names as weak.
select indicator_no, words, kind, stated_score, place from weakness where report_id = $report_id order by indicator_no;
