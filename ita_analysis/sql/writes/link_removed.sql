-- Takes away one row of measure_indicator; link_change keeps what it said.
delete from measure_indicator where measure_id = $measure_id and indicator_no = $indicator_no;
