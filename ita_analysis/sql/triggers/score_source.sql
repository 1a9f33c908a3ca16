-- Writes into the history whatever becomes of a row of score_source.
create or replace trigger score_source_added after insert on score_source
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'score_source', json_object('source_id', now.source_id), null, to_json(now), null, null, null
from new_rows now;

create or replace trigger score_source_changed after update on score_source
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'score_source', json_object('source_id', now.source_id), to_json(was), to_json(now), null, null, null
from old_rows was join new_rows now using (source_id)
where to_json(was) is distinct from to_json(now);

create or replace trigger score_source_removed after delete on score_source
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'score_source', json_object('source_id', was.source_id), to_json(was), null, null, null, null
from old_rows was;
