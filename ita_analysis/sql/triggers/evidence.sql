-- Writes into the history whatever becomes of a row of evidence.
create or replace trigger evidence_added after insert on evidence
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'evidence', json_object('progress_id', now.progress_id, 'evidence_no', now.evidence_no), null, to_json(now), m.agency_code, m.fiscal_year_be, p.measure_id
from new_rows now
left join progress p on p.progress_id = now.progress_id left join measure m on m.measure_id = p.measure_id;

create or replace trigger evidence_changed after update on evidence
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'evidence', json_object('progress_id', now.progress_id, 'evidence_no', now.evidence_no), to_json(was), to_json(now), m.agency_code, m.fiscal_year_be, p.measure_id
from old_rows was join new_rows now using (progress_id, evidence_no)
left join progress p on p.progress_id = now.progress_id left join measure m on m.measure_id = p.measure_id
where to_json(was) is distinct from to_json(now);

create or replace trigger evidence_removed after delete on evidence
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'evidence', json_object('progress_id', was.progress_id, 'evidence_no', was.evidence_no), to_json(was), null, m.agency_code, m.fiscal_year_be, p.measure_id
from old_rows was
left join progress p on p.progress_id = was.progress_id left join measure m on m.measure_id = p.measure_id;
