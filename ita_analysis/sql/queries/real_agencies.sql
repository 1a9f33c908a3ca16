-- One row per real agency whose name or province holds some words: those with a report or result first; at most $most.
select a.agency_code, a.name_th, a.district_th, a.province_th
from agency a
where not a.is_synthetic and (contains(a.name_th, $words) or contains(coalesce(a.province_th, ''), $words))
order by a.agency_code not in (select agency_code from report union all select agency_code from result),
    a.name_th collate th, a.agency_code
limit $most;
