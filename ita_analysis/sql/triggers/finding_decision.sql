-- Writes into the history whatever becomes of a row of finding_decision.
create or replace trigger finding_decision_added after insert on finding_decision
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'finding_decision', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'finding_key', now.finding_key), null, to_json(now), now.agency_code, now.fiscal_year_be, now.measure_id
from new_rows now;

create or replace trigger finding_decision_changed after update on finding_decision
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'finding_decision', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'finding_key', now.finding_key), to_json(was), to_json(now), now.agency_code, now.fiscal_year_be, now.measure_id
from old_rows was join new_rows now using (agency_code, fiscal_year_be, finding_key)
where to_json(was) is distinct from to_json(now);

create or replace trigger finding_decision_removed after delete on finding_decision
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'finding_decision', json_object('agency_code', was.agency_code, 'fiscal_year_be', was.fiscal_year_be, 'finding_key', was.finding_key), to_json(was), null, was.agency_code, was.fiscal_year_be, was.measure_id
from old_rows was;
