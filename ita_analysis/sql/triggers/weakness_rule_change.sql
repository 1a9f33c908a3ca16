-- Writes into the history whatever becomes of a row of weakness_rule_change.
create or replace trigger weakness_rule_change_added after insert on weakness_rule_change
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'weakness_rule_change', json_object('change_id', now.change_id), null, to_json(now), null, now.fiscal_year_be, null
from new_rows now;

create or replace trigger weakness_rule_change_changed after update on weakness_rule_change
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'weakness_rule_change', json_object('change_id', now.change_id), to_json(was), to_json(now), null, now.fiscal_year_be, null
from old_rows was join new_rows now using (change_id)
where to_json(was) is distinct from to_json(now);

create or replace trigger weakness_rule_change_removed after delete on weakness_rule_change
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'weakness_rule_change', json_object('change_id', was.change_id), to_json(was), null, null, was.fiscal_year_be, null
from old_rows was;
