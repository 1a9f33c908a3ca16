-- Adds rows to measure_guideline.
insert into measure_guideline (measure_id, guideline_no, words)
select unnest($measure_id), unnest($guideline_no), unnest($words);
