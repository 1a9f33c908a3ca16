-- Adds one row to progress as the history kept it.
insert into progress by name
select unnest(from_json($row::json, json_structure($row::json)));
