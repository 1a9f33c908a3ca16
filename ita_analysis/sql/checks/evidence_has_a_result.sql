-- Evidence whose result is not known.
select progress_id, evidence_no from evidence where progress_id not in (select progress_id from progress);
