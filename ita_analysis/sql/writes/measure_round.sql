-- Adds rows to measure_round.
insert into measure_round (measure_id, round_months)
select unnest($measure_id), unnest($round_months);
