-- Writes into the history whatever becomes of a row of person.
create or replace trigger person_added after insert on person
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'person', json_object('email', now.email), null, to_json(now), now.agency_code, null, null
from new_rows now;

create or replace trigger person_changed after update on person
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'person', json_object('email', now.email), to_json(was), to_json(now), now.agency_code, null, null
from old_rows was join new_rows now using (email)
where to_json(was) is distinct from to_json(now);

create or replace trigger person_removed after delete on person
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'person', json_object('email', was.email), to_json(was), null, was.agency_code, null, null
from old_rows was;
