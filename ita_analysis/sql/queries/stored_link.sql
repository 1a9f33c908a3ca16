-- One row per measure of a number, none or one: whether its year has the indicator, and the link between them, if any.
with assessed as (
    select y.prior_fiscal_year_be
    from years_of((select agency_code from measure where measure_id = $measure_id)) y
    where y.fiscal_year_be = (select fiscal_year_be from measure where measure_id = $measure_id)
)
select i.indicator_no is not null as has_indicator, mi.basis, mi.reason
from measure m
left join assessed on true
left join framework_lent lent using (prior_fiscal_year_be)
left join framework_indicator i on i.fiscal_year_be = lent.fiscal_year_be and i.indicator_no = $indicator_no
left join measure_indicator mi on mi.measure_id = m.measure_id and mi.indicator_no = $indicator_no
where m.measure_id = $measure_id;
