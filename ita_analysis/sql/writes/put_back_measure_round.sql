-- Adds one row to measure_round as the history kept it.
insert into measure_round by name
select unnest(from_json($row::json, json_structure($row::json)));
