-- Writes into the history whatever becomes of a row of agency_site.
create or replace trigger agency_site_added after insert on agency_site
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'agency_site', json_object('agency_code', now.agency_code, 'host', now.host), null, to_json(now), now.agency_code, null, null
from new_rows now;

create or replace trigger agency_site_changed after update on agency_site
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'agency_site', json_object('agency_code', now.agency_code, 'host', now.host), to_json(was), to_json(now), now.agency_code, null, null
from old_rows was join new_rows now using (agency_code, host)
where to_json(was) is distinct from to_json(now);

create or replace trigger agency_site_removed after delete on agency_site
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'agency_site', json_object('agency_code', was.agency_code, 'host', was.host), to_json(was), null, was.agency_code, null, null
from old_rows was;
