-- Writes into the history whatever becomes of a row of measure_item.
create or replace trigger measure_item_added after insert on measure_item
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure_item', json_object('measure_id', now.measure_id, 'item_code', now.item_code), null, to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from new_rows now
left join measure m on m.measure_id = now.measure_id;

create or replace trigger measure_item_changed after update on measure_item
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure_item', json_object('measure_id', now.measure_id, 'item_code', now.item_code), to_json(was), to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from old_rows was join new_rows now using (measure_id, item_code)
left join measure m on m.measure_id = now.measure_id
where to_json(was) is distinct from to_json(now);

create or replace trigger measure_item_removed after delete on measure_item
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'measure_item', json_object('measure_id', was.measure_id, 'item_code', was.item_code), to_json(was), null, m.agency_code, m.fiscal_year_be, was.measure_id
from old_rows was
left join measure m on m.measure_id = was.measure_id;
