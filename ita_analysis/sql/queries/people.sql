-- One row per person who may or might log in: those who may first, then by name; with the name of their agency.
select p.email, p.name, p.position, p.role, p.agency_code, a.name_th as agency_th, p.unit, p.is_active
from person p
left join agency a using (agency_code)
order by not p.is_active, p.name collate th, p.email;
