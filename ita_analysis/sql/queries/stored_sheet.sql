-- One row per stored sheet of a fingerprint whose scores all still hold, the latest first.
select s.source_id, s.stored_at
from score_source s
where s.fingerprint = $fingerprint
    and s.score_count = (select count(*) from score c where c.source_id = s.source_id)
order by s.source_id desc;
