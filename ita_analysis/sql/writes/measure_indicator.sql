-- Adds rows to measure_indicator.
insert into measure_indicator (measure_id, indicator_no, basis, reason)
select unnest($measure_id), unnest($indicator_no), unnest($basis), unnest($reason);
