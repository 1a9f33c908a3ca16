-- Adds one row to own_survey.
insert into own_survey (
    survey_id, agency_code, fiscal_year_be, instrument, file_name, fingerprint, respondent_count, population_count, stored_at
) values (
    (select coalesce(max(survey_id), 0) + 1 from own_survey), $agency_code, $fiscal_year_be, $instrument, $file_name,
    $fingerprint, $respondent_count, $population_count, localtimestamp
)
returning survey_id;
