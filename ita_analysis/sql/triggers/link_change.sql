-- Writes into the history whatever becomes of a row of link_change.
create or replace trigger link_change_added after insert on link_change
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'link_change', json_object('change_id', now.change_id), null, to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from new_rows now
left join measure m on m.measure_id = now.measure_id;

create or replace trigger link_change_changed after update on link_change
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'link_change', json_object('change_id', now.change_id), to_json(was), to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from old_rows was join new_rows now using (change_id)
left join measure m on m.measure_id = now.measure_id
where to_json(was) is distinct from to_json(now);

create or replace trigger link_change_removed after delete on link_change
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'link_change', json_object('change_id', was.change_id), to_json(was), null, m.agency_code, m.fiscal_year_be, was.measure_id
from old_rows was
left join measure m on m.measure_id = was.measure_id;
