-- Puts what a person is and may do in the place of what stands in person. No upsert: triggers watch the table.
update person
set name = $name, position = $position, role = $role, agency_code = $agency_code, unit = $unit, is_active = $is_active
where email = $email;
