-- Adds one row to own_score.
insert into own_score (
    survey_id, level, code, score, answer_count
) values (
    $survey_id, $level, $code, $score, $answer_count
);
