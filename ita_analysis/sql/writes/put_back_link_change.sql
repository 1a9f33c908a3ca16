-- Adds one row to link_change as the history kept it.
insert into link_change by name
select unnest(from_json($row::json, json_structure($row::json)));
