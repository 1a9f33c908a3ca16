-- Changes what a measure is called, who answers for it, and how it is to be followed up.
update measure
set title = $title, title_key = $title_key, responsible = $responsible, follow_up = $follow_up, timeframe = $timeframe,
    budget = $budget, success_indicator = $success_indicator
where measure_id = $measure_id;
