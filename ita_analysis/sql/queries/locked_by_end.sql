-- One row per round that is no longer open in which a measure is planned, has no result and, ended on a day, is not shown.
select s.round_months, s.state
from measure m
join measure_round mr using (measure_id)
join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = mr.round_months
where m.measure_id = $measure_id and s.state <> 'open' and s.ends_on >= $ended_on
    and not exists (select 1 from progress p where p.measure_id = m.measure_id and p.round_months = mr.round_months)
order by s.round_months;
