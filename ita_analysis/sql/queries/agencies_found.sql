-- One row per agency that a reader looks for, by its name, without any ranking: real ones first; at most $most after $skipped.
with news as (
    select agency_code, max(year) as latest_year_be, bool_or(year = $fiscal_year_be) as has_year
    from (
        select agency_code, fiscal_year_be + 1 as year from result
        union all
        select agency_code, fiscal_year_be from report
    )
    group by agency_code
),
found as (
    select a.*, news.latest_year_be, coalesce(news.has_year, false) as has_year, count(*) over () as found_count
    from agency a
    join news using (agency_code)
    where (contains(lower(a.name_th), lower($words)) or contains(lower(a.short_name_th), lower($words)))
        and ($province_th is null or a.province_th = $province_th)
        and ($type_code is null or coalesce(a.type_code, 'other') = $type_code)
)
select f.agency_code, f.name_th, f.district_th, f.province_th, t.name_th as type_th, f.is_synthetic, f.latest_year_be,
    f.has_year, f.found_count
from found f
left join agency_type t using (type_code)
order by f.is_synthetic, f.name_order, f.agency_code
limit $most offset $skipped;
