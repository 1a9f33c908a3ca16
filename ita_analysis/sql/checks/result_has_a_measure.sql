-- Results whose measure is not known.
select progress_id, measure_id from progress where measure_id not in (select measure_id from measure);
