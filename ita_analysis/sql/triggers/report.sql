-- Writes into the history whatever becomes of a row of report.
create or replace trigger report_added after insert on report
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'report', json_object('report_id', now.report_id), null, to_json(now), now.agency_code, now.fiscal_year_be, null
from new_rows now;

create or replace trigger report_changed after update on report
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'report', json_object('report_id', now.report_id), to_json(was), to_json(now), now.agency_code, now.fiscal_year_be, null
from old_rows was join new_rows now using (report_id)
where to_json(was) is distinct from to_json(now);

create or replace trigger report_removed after delete on report
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'report', json_object('report_id', was.report_id), to_json(was), null, was.agency_code, was.fiscal_year_be, null
from old_rows was;
