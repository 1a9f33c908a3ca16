-- Adds one row to measure_item as the history kept it.
insert into measure_item by name
select unnest(from_json($row::json, json_structure($row::json)));
