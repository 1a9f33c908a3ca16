-- Adds the rows of a table to agency, each with its kind.
insert into agency by name
select n.agency_code, n.name_th, n.short_name_th, n.district_th, n.province_th, n.is_synthetic, t.type_code,
    icu_sort_key(n.name_th, 'th') as name_order
from incoming n
left join lateral (
    select type_code from agency_type where starts_with(n.name_th, prefix_th) order by length(prefix_th) desc limit 1
) t on true;
