-- One row per guideline of a measure, in order.
select guideline_no, words from measure_guideline where measure_id = $measure_id order by guideline_no;
