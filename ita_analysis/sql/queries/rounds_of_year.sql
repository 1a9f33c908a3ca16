-- One row per measure and round, with steps done, results, evidence and status.
select s.measure_id, s.measure_no, s.round_months, s.starts_on, s.ends_on, s.round_state, s.step_count, s.done_count,
    s.not_done_count, s.not_stated_count, s.result_count, s.evidence_count, s.outside_count, s.status
from measure_round_state s
where s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be
order by s.measure_no, s.round_months;
