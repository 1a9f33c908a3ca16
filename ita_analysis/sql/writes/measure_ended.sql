-- Says from which day on a measure is no longer reported, and why; nothing of both: it goes on.
update measure set ended_on = $ended_on, end_reason = $end_reason where measure_id = $measure_id;
