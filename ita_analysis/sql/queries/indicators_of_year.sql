-- One row per indicator of the assessed year, with last year's score, the agency's own word and the measures that answer it.
-- A year is only begun where it has rounds, and neither a report nor a score of an indicator says yet what is weak.
with assessed as (
    select report_id, prior_fiscal_year_be from years_of($agency_code) where fiscal_year_be = $fiscal_year_be
),
answers as (
    select mi.indicator_no, count(*) as measure_count
    from planned_measure m
    join measure_indicator mi using (measure_id)
    where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
    group by mi.indicator_no
),
went_on as (
    select distinct mi.indicator_no
    from measure m
    join measure_indicator mi on mi.measure_id = m.carried_from
    where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
)
select i.indicator_no, i.instrument, i.name_th, i.short_name_th, i.tile_name_th,
    case when i.fiscal_year_be = y.prior_fiscal_year_be then i.confidence else 'unsure' end as framework_confidence,
    s.score, s.source as score_source, w.kind as weakness_kind, w.words as weakness_words, w.place as weakness_place,
    coalesce(answers.measure_count, 0) as measure_count, pm.mean_score as province_mean, pm.source_url as province_mean_url,
    y.report_id,
    y.report_id is null and max(s.score) over () is null
        and exists (from round where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be) as is_begun,
    went_on.indicator_no is not null as went_on
from assessed y
join framework_lent lent using (prior_fiscal_year_be)
join framework_indicator i on i.fiscal_year_be = lent.fiscal_year_be
left join score s on s.agency_code = $agency_code and s.fiscal_year_be = y.prior_fiscal_year_be
    and s.level = 'indicator' and s.code = cast(i.indicator_no as varchar)
left join weakness w on w.report_id = y.report_id and w.indicator_no = i.indicator_no
left join published_province_mean pm on pm.province_th = (select province_th from agency where agency_code = $agency_code)
    and pm.fiscal_year_be = y.prior_fiscal_year_be and pm.level = 'indicator' and pm.code = cast(i.indicator_no as varchar)
left join answers on answers.indicator_no = i.indicator_no
left join went_on on went_on.indicator_no = i.indicator_no
order by i.indicator_no;
