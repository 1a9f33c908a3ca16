-- Adds one row to score_source.
insert into score_source (
    source_id, kind, file_name, sheet_name, fingerprint, instruments_form, result_count, score_count, stored_at
) values (
    (select coalesce(max(source_id), 0) + 1 from score_source), $kind, $file_name, $sheet_name, $fingerprint,
    $instruments_form, $result_count, $score_count, localtimestamp
)
returning source_id;
