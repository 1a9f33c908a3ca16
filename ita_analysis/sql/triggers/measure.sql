-- Writes into the history whatever becomes of a row of measure.
create or replace trigger measure_added after insert on measure
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure', json_object('measure_id', now.measure_id), null, to_json(now), now.agency_code, now.fiscal_year_be, now.measure_id
from new_rows now;

create or replace trigger measure_changed after update on measure
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure', json_object('measure_id', now.measure_id), to_json(was), to_json(now), now.agency_code, now.fiscal_year_be, now.measure_id
from old_rows was join new_rows now using (measure_id)
where to_json(was) is distinct from to_json(now);

create or replace trigger measure_removed after delete on measure
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure', json_object('measure_id', was.measure_id), to_json(was), null, was.agency_code, was.fiscal_year_be, was.measure_id
from old_rows was;
