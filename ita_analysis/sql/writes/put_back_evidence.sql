-- Adds one row to evidence as the history kept it.
insert into evidence by name
select unnest(from_json($row::json, json_structure($row::json)));
