-- One row per measure of some numbers that is gone while something still hangs on it, or a measure of a later year goes on with it.
select distinct used.measure_id
from (select measure_id from row_now where table_name <> 'measure' union all select carried_from from measure) used
where used.measure_id = any($measure_ids) and used.measure_id not in (select measure_id from measure)
order by 1;
