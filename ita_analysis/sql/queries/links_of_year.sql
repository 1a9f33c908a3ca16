-- One row per measure and indicator it answers, on whose word, and whether that indicator is called weak.
select m.measure_id, m.measure_no, mi.indicator_no, mi.basis, mi.reason,
    i.short_name_th, i.weakness_kind is not null as is_weak
from measure_indicator mi
join measure m using (measure_id)
left join indicator_of_year i on i.agency_code = m.agency_code and i.fiscal_year_be = m.fiscal_year_be
    and i.indicator_no = mi.indicator_no
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no, mi.indicator_no;
