-- One row per agency, fiscal year of the plan and indicator: last year's score, what the agency calls it, who answers it.
create or replace view indicator_of_year as
select
    y.agency_code, y.fiscal_year_be, y.prior_fiscal_year_be, i.indicator_no, i.instrument, i.name_th, i.short_name_th, i.tile_name_th,
    -- Where the assessed year has no framework of its own, the nearest one lends its names, marked unsure.
    case when lent.fiscal_year_be = y.prior_fiscal_year_be then i.confidence else 'unsure' end as framework_confidence,
    s.score, s.source as score_source,
    w.kind as weakness_kind, w.words as weakness_words, w.place as weakness_place, y.report_id,
    pm.mean_score as province_mean, pm.source_url as province_mean_url, a.province_th,
    coalesce(answers.measure_count, 0) as measure_count
from agency_year y
join agency a using (agency_code)
join lent_framework lent on lent.prior_fiscal_year_be = y.prior_fiscal_year_be
join framework_indicator i on i.fiscal_year_be = lent.fiscal_year_be
left join score s on s.agency_code = y.agency_code and s.fiscal_year_be = y.prior_fiscal_year_be
    and s.level = 'indicator' and s.code = cast(i.indicator_no as varchar)
left join weakness w on w.report_id = y.report_id and w.indicator_no = i.indicator_no
left join published_province_mean pm on pm.province_th = a.province_th
    and pm.fiscal_year_be = y.prior_fiscal_year_be and pm.level = 'indicator'
    and pm.code = cast(i.indicator_no as varchar)
left join (
    select m.agency_code, m.fiscal_year_be, mi.indicator_no, count(*) as measure_count
    from measure_indicator mi
    join measure m using (measure_id)
    group by m.agency_code, m.fiscal_year_be, mi.indicator_no
) answers on answers.agency_code = y.agency_code and answers.fiscal_year_be = y.fiscal_year_be
    and answers.indicator_no = i.indicator_no;
