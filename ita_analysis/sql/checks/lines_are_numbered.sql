-- Measures whose guidelines or steps are not numbered 1, 2, 3 and so on.
select measure_id
from (
    select measure_id, 'guideline' as kind, guideline_no as number from measure_guideline
    union all
    select measure_id, 'step', step_no from measure_step
)
group by measure_id, kind
having min(number) <> 1 or max(number) <> count(*);
