-- One row per agency there is something to say about: real ones first, then those with the latest report or result; at most $most.
with news as (
    select agency_code, max(latest) as latest, max(is_report) as is_report
    from (
        select agency_code, fiscal_year_be + 1 as latest, 0 as is_report from result
        union all
        select agency_code, fiscal_year_be, 1 from report
    )
    group by agency_code
)
select a.agency_code, a.name_th
from news
join agency a using (agency_code)
order by a.is_synthetic, news.is_report desc, news.latest desc, a.name_order
limit $most;
