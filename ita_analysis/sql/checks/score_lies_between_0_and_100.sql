-- Scores that lie outside 0-100.
select agency_code, fiscal_year_be, level, code, score from score where score < 0 or score > 100 or isnan(score);
