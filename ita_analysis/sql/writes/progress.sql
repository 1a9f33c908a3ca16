-- Adds rows to progress, numbered in their order.
insert into progress (
    progress_id, report_id, measure_id, round_months, version, detail, period_start, period_end, output,
    outcome, note, evidence_words, stated_status, place, owner, saved_at
)
select (select coalesce(max(progress_id), 0) from progress) + row_number() over (order by new.no),
    new.* exclude (no), getvariable('changed_at')
from (
    select
        unnest(range(len($measure_id))) as no, unnest($report_id), unnest($measure_id), unnest($round_months),
        unnest($version), unnest($detail), unnest($period_start), unnest($period_end), unnest($output),
        unnest($outcome), unnest($note), unnest($evidence_words), unnest($stated_status), unnest($place),
        unnest($owner)
) new
order by new.no
returning progress_id;
