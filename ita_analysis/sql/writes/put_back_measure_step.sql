-- Adds one row to measure_step as the history kept it.
insert into measure_step by name
select unnest(from_json($row::json, json_structure($row::json)));
