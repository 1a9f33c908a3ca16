-- One row per change of a number, none or one: what was done, and which change it takes back.
select any_value(deed) as deed, any_value(undoes) as undoes from audit where change_id = $change_id group by change_id;
