-- One row: how much of what is stored is synthetic: agencies, their reports, their results (a year each), scores of sheets.
select
    (select count(*) from agency where is_synthetic) as agency_count,
    (select count(*) from report semi join (from agency where is_synthetic) a using (agency_code)) as report_count,
    (select count(*) from result semi join (from agency where is_synthetic) a using (agency_code)) as result_count,
    (select cast(coalesce(sum(score_count), 0) as bigint) from score_source where kind = 'demo') as score_count;
