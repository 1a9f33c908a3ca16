-- One row per score of an own survey.
select level, code, score, answer_count
from own_score
where survey_id = $survey_id
order by level, try_cast(code as integer), code;
