-- Adds one row to step_progress as the history kept it.
insert into step_progress by name
select unnest(from_json($row::json, json_structure($row::json)));
