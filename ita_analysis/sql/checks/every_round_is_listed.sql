-- Rounds of plans, results or judged steps that the table of rounds does not list.
select m.agency_code, m.fiscal_year_be, pairs.round_months
from (
    select measure_id, round_months from measure_round
    union select measure_id, round_months from progress
    union select measure_id, round_months from step_progress
) pairs
join measure m using (measure_id)
anti join round r on r.agency_code = m.agency_code and r.fiscal_year_be = m.fiscal_year_be and r.round_months = pairs.round_months;
