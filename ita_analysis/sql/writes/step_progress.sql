-- Adds rows to step_progress. A step that is judged already in that round stays.
insert into step_progress (measure_id, step_no, round_months, state, reason)
select unnest($measure_id), unnest($step_no), unnest($round_months), unnest($state), unnest($reason)
on conflict do nothing;
