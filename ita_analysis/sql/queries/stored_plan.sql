-- One row per measure of a number, none or one: what its plan says.
select title, responsible, follow_up, timeframe, budget, success_indicator, ended_on, end_reason
from measure
where measure_id = $measure_id;
