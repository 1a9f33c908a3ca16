-- Adds one row to measure_indicator on an analyst's word.
insert into measure_indicator (
    measure_id, indicator_no, basis, reason
) values (
    $measure_id, $indicator_no, 'analyst', $reason
);
