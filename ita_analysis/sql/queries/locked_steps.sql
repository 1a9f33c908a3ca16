-- One row per round that is no longer open and shows the steps of a measure: its plan, a result or a judged step has it.
with shown as (
    select round_months from measure_round where measure_id = $measure_id
    union
    select round_months from progress where measure_id = $measure_id
    union
    select round_months from step_progress where measure_id = $measure_id
)
select r.round_months
from measure m
join round r on r.agency_code = m.agency_code and r.fiscal_year_be = m.fiscal_year_be
where m.measure_id = $measure_id and r.state <> 'open' and r.round_months in (from shown)
order by r.round_months;
