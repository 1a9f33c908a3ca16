-- Writes into the history whatever becomes of a row of round.
create or replace trigger round_added after insert on round
referencing new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'round', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'round_months', now.round_months), null, to_json(now), now.agency_code, now.fiscal_year_be, null
from new_rows now;

create or replace trigger round_changed after update on round
referencing old table as old_rows new table as new_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'round', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'round_months', now.round_months), to_json(was), to_json(now), now.agency_code, now.fiscal_year_be, null
from old_rows was join new_rows now using (agency_code, fiscal_year_be, round_months)
where to_json(was) is distinct from to_json(now);

create or replace trigger round_removed after delete on round
referencing old table as old_rows for each statement
insert into audit
select (select coalesce(max(audit_id), 0) from audit) + row_number() over (), (select version + 1 from data_version),
    getvariable('deed'), getvariable('who'), getvariable('who_name'), getvariable('changed_at'), getvariable('reason'), getvariable('undoes'),
    'round', json_object('agency_code', was.agency_code, 'fiscal_year_be', was.fiscal_year_be, 'round_months', was.round_months), to_json(was), null, was.agency_code, was.fiscal_year_be, null
from old_rows was;
