-- Adds one row to progress.
insert into progress (
    progress_id, report_id, measure_id, round_months, version, detail, period_start, period_end, output,
    outcome, note, evidence_words, stated_status, place, owner, saved_at
) values (
    (select coalesce(max(progress_id), 0) + 1 from progress), $report_id, $measure_id, $round_months, $version, $detail, $period_start,
    $period_end, $output, $outcome, $note, $evidence_words, $stated_status, $place, $owner, getvariable('changed_at')
)
returning progress_id;
