-- One row per measure of a number, none or one: whether its year has the indicator, and the link between them, if any.
select i.indicator_no is not null as has_indicator, mi.basis, mi.reason
from measure m
left join indicator_of_year i on i.agency_code = m.agency_code and i.fiscal_year_be = m.fiscal_year_be
    and i.indicator_no = $indicator_no
left join measure_indicator mi on mi.measure_id = m.measure_id and mi.indicator_no = $indicator_no
where m.measure_id = $measure_id;
