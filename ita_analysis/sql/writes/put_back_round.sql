-- Adds one row to round as the history kept it. One that is there already stays.
insert into round by name
select unnest(from_json($row::json, json_structure($row::json)))
on conflict do nothing;
