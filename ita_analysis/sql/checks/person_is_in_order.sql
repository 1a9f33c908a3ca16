-- People without a name, with a role that does not exist, or whose role does not go with their agency and unit.
select email
from person
where trim(name) = '' or email = '' or email <> lower(email)
    or role not in ('viewer', 'officer', 'approver', 'administrator')
    or (role = 'administrator' and agency_code is not null)
    or (unit is not null and (role <> 'officer' or agency_code is null or trim(unit) = ''));
