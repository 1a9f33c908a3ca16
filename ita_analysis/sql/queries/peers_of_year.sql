-- One row per group an agency is compared with in a fiscal year: how the others' scores spread, and how many lie below it.
with me as (
    select agency_code, province_th, type_code, is_synthetic from agency where agency_code = $agency_code
),
peer as (
    select a.agency_code, coalesce(a.province_th = me.province_th, false) as is_near, coalesce(a.type_code = me.type_code, false) as is_alike
    from agency a, me
    where a.is_synthetic = me.is_synthetic and a.agency_code <> me.agency_code
),
own as (
    select max(round(score, 2)) as own_score
    from score
    where fiscal_year_be = $fiscal_year_be and level = $level and code = $code and agency_code = $agency_code
),
scored as (
    select round(s.score, 2) as score, is_near, is_alike
    from score s
    join peer using (agency_code)
    where s.fiscal_year_be = $fiscal_year_be and s.level = $level and s.code = $code
),
grouped as (
    select score, unnest(['nation', if(is_alike, 'type', null), if(is_near, 'province', null), if(is_near and is_alike, 'near', null)]) as peer_group
    from scored
),
spread as (
    select peer_group, count(*) as other_count, quantile_cont(score, [0.1, 0.25, 0.5, 0.75, 0.9]) as percentile,
        min(score) as lowest_score, max(score) as highest_score,
        count(*) filter (where score < own_score) as lower_count, count(*) filter (where score = own_score) as equal_count
    from grouped, own
    where peer_group is not null
    group by peer_group
)
select g.peer_group, coalesce(other_count, 0) as other_count, percentile[1] as p10, percentile[2] as p25, percentile[3] as p50, percentile[4] as p75, percentile[5] as p90,
    lowest_score, highest_score, own_score, coalesce(lower_count, 0) as lower_count, coalesce(equal_count, 0) as equal_count
from (values (1, 'near'), (2, 'province'), (3, 'type'), (4, 'nation')) g (nearness, peer_group)
left join spread using (peer_group), own
order by nearness;
