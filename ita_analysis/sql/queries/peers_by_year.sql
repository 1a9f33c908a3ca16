-- One row per fiscal year in which others of a group have a score: how their scores spread, how many lie below the agency's, and the scores themselves where the group has at most $most others.
with me as (
    select agency_code, province_th, type_code, is_synthetic from agency where agency_code = $agency_code
),
peer as (
    select a.agency_code, a.agency_code = me.agency_code as is_own
    from agency a, me
    where a.is_synthetic = me.is_synthetic
        and ($peer_group in ('nation', 'province') or a.type_code = me.type_code or a.agency_code = me.agency_code)
        and ($peer_group in ('nation', 'type') or a.province_th = me.province_th or a.agency_code = me.agency_code)
),
scored as materialized (
    select s.fiscal_year_be, round(s.score, 2) as score, is_own
    from score s
    join peer using (agency_code)
    where s.level = $level and s.code = $code
),
own as (
    select fiscal_year_be, score as own_score from scored where is_own
),
spread as (
    select fiscal_year_be, count(*) as other_count, quantile_cont(score, [0.1, 0.25, 0.5, 0.75, 0.9]) as percentile,
        min(score) as lowest_score, max(score) as highest_score, any_value(own_score) as own_score,
        count(*) filter (where score < own_score) as lower_count, count(*) filter (where score = own_score) as equal_count,
        list(score order by score) filter (where (select count(*) from peer) <= $most + 1) as scores
    from scored
    left join own using (fiscal_year_be)
    where not is_own
    group by fiscal_year_be
)
select fiscal_year_be, other_count, percentile[1] as p10, percentile[2] as p25, percentile[3] as p50, percentile[4] as p75,
    percentile[5] as p90, lowest_score, highest_score, own_score, lower_count, equal_count, scores
from spread
order by fiscal_year_be;
