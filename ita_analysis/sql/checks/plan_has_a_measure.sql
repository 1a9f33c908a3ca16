-- Guidelines, steps, rounds and items of plans whose measure is not known.
select measure_id
from (
    select measure_id from measure_guideline
    union all select measure_id from measure_step
    union all select measure_id from measure_round
    union all select measure_id from measure_item
)
where measure_id not in (select measure_id from measure);
