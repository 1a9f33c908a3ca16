-- One row per piece of evidence of a measure's result shown in a round.
with shown as (
    select progress_id
    from progress
    where measure_id = $measure_id and round_months = $round_months
    qualify version = max(version) over ()
)
select e.words, e.url, e.sha256, e.stated_on, e.other_host_reason
from evidence e
join shown using (progress_id)
order by e.progress_id, e.evidence_no;
