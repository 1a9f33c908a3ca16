-- Adds one row to measure as the history kept it.
insert into measure by name
select unnest(from_json($row::json, json_structure($row::json)));
