-- One row per step of a measure and round it was judged in; a step that nobody judged has one row without a round.
select m.measure_id, m.measure_no, st.step_no, st.words, sp.round_months, sp.state, sp.reason
from measure m
join measure_step st using (measure_id)
left join step_progress sp on sp.measure_id = st.measure_id and sp.step_no = st.step_no
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by m.measure_no, st.step_no, sp.round_months;
