-- Adds one row to person.
insert into person (
    email, name, position, role, agency_code, unit, is_active
) values (
    $email, $name, $position, $role, $agency_code, $unit, $is_active
);
