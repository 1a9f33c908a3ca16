-- One row per agency, fiscal year of the plan and indicator: last year's score, what the agency calls it, who answers it.
create or replace view indicator_of_year as
with years as (
    select distinct fiscal_year_be from framework_indicator
),
lent as (
    -- Where the assessed year has no framework of its own, the nearest one lends its names, marked unsure.
    select r.report_id, y.fiscal_year_be
    from report_of_year r cross join years y
    qualify row_number() over (
        partition by r.report_id order by abs(y.fiscal_year_be - r.prior_fiscal_year_be), y.fiscal_year_be
    ) = 1
)
select
    r.agency_code, r.fiscal_year_be, r.prior_fiscal_year_be, i.indicator_no, i.instrument, i.name_th, i.short_name_th, i.tile_name_th,
    case when lent.fiscal_year_be = r.prior_fiscal_year_be then i.confidence else 'unsure' end as framework_confidence,
    s.score, s.source as score_source,
    w.kind as weakness_kind, w.words as weakness_words, w.place as weakness_place, r.report_id,
    pm.mean_score as province_mean, pm.source_url as province_mean_url, a.province_th,
    (
        select count(*) from measure_indicator mi join measure m using (measure_id)
        where m.agency_code = r.agency_code and m.fiscal_year_be = r.fiscal_year_be and mi.indicator_no = i.indicator_no
    ) as measure_count
from report_of_year r
join agency a using (agency_code)
join lent using (report_id)
join framework_indicator i on i.fiscal_year_be = lent.fiscal_year_be
left join score s on s.agency_code = r.agency_code and s.fiscal_year_be = r.prior_fiscal_year_be
    and s.level = 'indicator' and s.code = cast(i.indicator_no as varchar)
left join weakness w on w.report_id = r.report_id and w.indicator_no = i.indicator_no
left join published_province_mean pm on pm.province_th = a.province_th
    and pm.fiscal_year_be = r.prior_fiscal_year_be and pm.level = 'indicator'
    and pm.code = cast(i.indicator_no as varchar);
