-- Puts an analyst's word in the place of what stands in measure_indicator. No upsert: triggers watch the table.
update measure_indicator set basis = 'analyst', reason = $reason
where measure_id = $measure_id and indicator_no = $indicator_no;
