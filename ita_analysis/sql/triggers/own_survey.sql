-- Writes into the history whatever becomes of a row of own_survey.
create or replace trigger own_survey_added after insert on own_survey
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'own_survey', json_object('survey_id', now.survey_id), null, to_json(now), now.agency_code, now.fiscal_year_be, null
from new_rows now;

create or replace trigger own_survey_changed after update on own_survey
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'own_survey', json_object('survey_id', now.survey_id), to_json(was), to_json(now), now.agency_code, now.fiscal_year_be, null
from old_rows was join new_rows now using (survey_id)
where to_json(was) is distinct from to_json(now);

create or replace trigger own_survey_removed after delete on own_survey
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'own_survey', json_object('survey_id', was.survey_id), to_json(was), null, was.agency_code, was.fiscal_year_be, null
from old_rows was;
