-- One row per person of an address, none or one.
select email, name, position, role, agency_code, unit, is_active from person where email = $email;
