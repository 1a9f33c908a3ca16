-- Adds one row to measure_indicator as the history kept it.
insert into measure_indicator by name
select unnest(from_json($row::json, json_structure($row::json)));
