-- One row per round that is no longer open in which steps of a measure were judged.
select distinct sp.round_months
from step_progress sp
join measure m using (measure_id)
join round r on r.agency_code = m.agency_code and r.fiscal_year_be = m.fiscal_year_be and r.round_months = sp.round_months
where sp.measure_id = $measure_id and r.state <> 'open'
order by sp.round_months;
