-- One row per measure of the plan and indicator it answers, on whose word, and whether that indicator is called weak.
with assessed as (
    select report_id, prior_fiscal_year_be from years_of($agency_code) where fiscal_year_be = $fiscal_year_be
)
select m.measure_id, m.measure_no, mi.indicator_no, mi.basis, mi.reason,
    i.short_name_th, w.indicator_no is not null as is_weak
from planned_measure m
join measure_indicator mi using (measure_id)
left join assessed y on true
left join framework_lent lent using (prior_fiscal_year_be)
left join framework_indicator i on i.fiscal_year_be = lent.fiscal_year_be and i.indicator_no = mi.indicator_no
left join weakness w on w.report_id = y.report_id and w.indicator_no = i.indicator_no
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no, mi.indicator_no;
