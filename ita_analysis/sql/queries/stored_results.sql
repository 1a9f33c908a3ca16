-- One row per result row shown of a measure and round: those of its latest version.
select detail, period_start, period_end, output, outcome, note, evidence_words, owner
from progress
where measure_id = $measure_id and round_months = $round_months
qualify version = max(version) over ()
order by progress_id;
