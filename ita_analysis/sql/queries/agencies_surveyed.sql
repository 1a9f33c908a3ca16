-- One row per agency that has an own survey, the one with the latest first.
select a.agency_code, a.name_th
from agency a
join (select agency_code, max(survey_id) as latest from own_survey group by agency_code) s using (agency_code)
order by s.latest desc;
