-- Adds one row to agency_site as the history kept it.
insert into agency_site by name
select unnest(from_json($row::json, json_structure($row::json)));
