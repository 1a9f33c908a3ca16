-- One row: the kind of an agency in words, if it has one.
select t.type_code, t.name_th
from agency a
join agency_type t using (type_code)
where a.agency_code = $agency_code
order by t.type_code;
