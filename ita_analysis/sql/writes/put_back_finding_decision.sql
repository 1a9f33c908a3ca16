-- Adds one row to finding_decision as the history kept it.
insert into finding_decision by name
select unnest(from_json($row::json, json_structure($row::json)));
