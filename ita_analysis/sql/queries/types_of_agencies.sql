-- One row per kind of agency that there is one of; those whose name tells no kind are of the kind other, without a name.
select coalesce(a.type_code, 'other') as type_code, t.name_th as type_th
from (select type_code from agency group by type_code) a
left join agency_type t using (type_code)
order by t.type_order nulls last;
