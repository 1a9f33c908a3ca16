-- Scores of own surveys that lie outside 0-100.
select survey_id, level, code, score from own_score where score < 0 or score > 100 or isnan(score);
