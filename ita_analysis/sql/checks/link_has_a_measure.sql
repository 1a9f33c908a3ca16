-- Links whose measure is not known.
select measure_id, indicator_no from measure_indicator where measure_id not in (select measure_id from measure);
