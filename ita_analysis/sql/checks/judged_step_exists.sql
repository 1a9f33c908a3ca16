-- Judged steps that the measure does not have.
select sp.measure_id, sp.step_no, sp.round_months
from step_progress sp
anti join measure_step ms on ms.measure_id = sp.measure_id and ms.step_no = sp.step_no;
