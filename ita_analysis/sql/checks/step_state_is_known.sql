-- Judged steps in no known state.
select measure_id, step_no, round_months from step_progress where state not in ('done', 'not_done', 'not_stated');
