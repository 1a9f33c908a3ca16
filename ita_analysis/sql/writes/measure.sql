-- Adds one row to measure.
insert into measure (
    measure_id, report_id, agency_code, fiscal_year_be, measure_no, title, title_key, responsible, follow_up,
    timeframe, budget, success_indicator, place, carried_from
) values (
    (select coalesce(max(measure_id), 0) + 1 from measure), $report_id, $agency_code, $fiscal_year_be, $measure_no, $title, $title_key,
    $responsible, $follow_up, $timeframe, $budget, $success_indicator, $place, $carried_from
)
returning measure_id;
