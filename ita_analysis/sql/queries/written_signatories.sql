-- One row per person who signs a report of an agency's year, and (without a role) per round that is approved in the program.
select s.role, s.name, s.position
from signatory s
join report r using (report_id)
where r.agency_code = $agency_code and r.fiscal_year_be = $fiscal_year_be
union all
select null, signed_name, signed_position
from round
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and state = 'approved';
