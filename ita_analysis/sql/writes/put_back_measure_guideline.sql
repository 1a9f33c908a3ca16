-- Adds one row to measure_guideline as the history kept it.
insert into measure_guideline by name
select unnest(from_json($row::json, json_structure($row::json)));
