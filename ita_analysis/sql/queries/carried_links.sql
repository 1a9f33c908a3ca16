-- One row per indicator that a measure answers.
select indicator_no, basis, reason from measure_indicator where measure_id = $measure_id order by indicator_no;
