-- Adds rows to measure_step.
insert into measure_step (measure_id, step_no, words)
select unnest($measure_id), unnest($step_no), unnest($words);
