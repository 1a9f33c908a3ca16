-- One row per own survey of an agency, the latest first; of a year and instrument the latest counts.
select survey_id, fiscal_year_be, instrument, file_name, respondent_count, population_count, stored_at,
    row_number() over (partition by fiscal_year_be, instrument order by survey_id desc) = 1 as is_latest
from own_survey
where agency_code = $agency_code
order by survey_id desc;
