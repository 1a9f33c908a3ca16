-- Adds one row to measure_indicator on an analyst's word, or puts that word in the place of what stood there.
insert into measure_indicator (
    measure_id, indicator_no, basis, reason
) values (
    $measure_id, $indicator_no, 'analyst', $reason
)
on conflict (measure_id, indicator_no) do update set basis = excluded.basis, reason = excluded.reason;
