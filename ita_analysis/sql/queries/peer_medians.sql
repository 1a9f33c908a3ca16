-- One row per indicator of a fiscal year in which others of a group have a score: how many, and their median.
with me as (
    select agency_code, province_th, type_code, is_synthetic from agency where agency_code = $agency_code
),
peer as (
    select a.agency_code
    from agency a, me
    where a.is_synthetic = me.is_synthetic and a.agency_code <> me.agency_code
        and ($peer_group in ('nation', 'province') or a.type_code = me.type_code)
        and ($peer_group in ('nation', 'type') or a.province_th = me.province_th)
)
select cast(s.code as integer) as indicator_no, count(*) as other_count, median(round(s.score, 2)) as median_score
from score s
join peer using (agency_code)
where s.fiscal_year_be = $fiscal_year_be and s.level = 'indicator'
group by s.code
order by indicator_no;
