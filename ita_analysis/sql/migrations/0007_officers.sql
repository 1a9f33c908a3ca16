-- What officers enter themselves, who may do so, and the history of every change. Triggers write that history.

alter table measure alter column report_id drop not null;
alter table measure alter column place drop not null;
alter table measure add column carried_from integer;
alter table measure add column ended_on date;
alter table measure add column end_reason varchar;
comment on column measure.report_id is 'The report whose plan has the measure; null where a person entered it.';
comment on column measure.carried_from is 'The measure of the year before that this one goes on with; null where it begins here.';
comment on column measure.ended_on is 'Day from which the measure is no longer reported; null while it goes on.';

alter table progress alter column report_id drop not null;
alter table progress alter column place drop not null;
alter table progress add column owner varchar;
alter table progress add column saved_at timestamp;
update progress set saved_at = report.imported_at from report where report.report_id = progress.report_id;
comment on table progress is 'One row per result row of a report or of a person''s save; the highest version of a measure and round is the one shown.';
comment on column progress.report_id is 'The report that the row was read from; null where a person entered it.';
comment on column progress.owner is 'Who answers for this result, as the person wrote it.';
comment on column progress.saved_at is 'When the row was stored.';

alter table evidence alter column stated_on drop not null;
alter table evidence add column url varchar;
alter table evidence add column sha256 varchar;
alter table evidence add column other_host_reason varchar;
comment on table evidence is 'One row per date of publication that a report states, or per piece of evidence that a person cites.';
comment on column evidence.stated_on is 'Day of publication; null where nobody stated it.';
comment on column evidence.words is 'The words that state the date, or the title of what is cited.';
comment on column evidence.sha256 is 'The attached file, by the SHA-256 of its content.';
comment on column evidence.other_host_reason is 'Why an address outside the agency''s own site is right.';

alter table round add column due_on date;
alter table round add column signed_name varchar;
alter table round add column signed_position varchar;
alter table round add column signed_on date;
alter table round add column reason varchar;
comment on column round.due_on is 'Day by which results are to be entered, as the agency sets it; null: the last day of the round.';
comment on column round.signed_name is 'Who submitted or approved it, by its state; null while it is open.';
comment on column round.reason is 'Why it was opened again; null where it never was.';

create table measure_item (
    measure_id integer not null,
    item_code varchar not null,
    reason varchar not null,
    primary key (measure_id, item_code)
);
comment on table measure_item is 'One row per item of the assessment that a measure answers, with the reason.';

create table agency_site (
    agency_code varchar not null,
    host varchar not null,
    primary key (agency_code, host)
);
comment on table agency_site is 'One row per host of an agency''s own website.';

create table attachment (
    sha256 varchar primary key,
    file_name varchar not null,
    media_type varchar not null,
    size integer not null,
    stored_at timestamp not null
);
comment on table attachment is 'One row per attached file; its content lies beside the database under its SHA-256.';
comment on column attachment.size is 'In bytes.';

create table evidence_check (
    check_id integer primary key,
    url varchar not null,
    checked_at timestamp not null,
    state varchar not null,
    status integer,
    redirects varchar not null,
    reason varchar not null
);
comment on table evidence_check is 'One row per time an address was asked whether it answers; rows are never changed or removed.';
comment on column evidence_check.status is 'Status of HTTP of the last answer; null where none came.';
comment on column evidence_check.redirects is 'The addresses it led to, one after the other, as JSON.';

create table person (
    email varchar primary key,
    name varchar not null,
    position varchar not null,
    role varchar not null,
    agency_code varchar,
    unit varchar,
    is_active boolean not null
);
comment on table person is 'One row per person who may log in; role is viewer, officer, approver or administrator.';
comment on column person.agency_code is 'The agency whose data the person works on; null for all.';
comment on column person.unit is 'The unit whose measures the person may change; null for all of the agency.';

create table audit (
    audit_id bigint primary key,
    change_id integer not null,
    deed varchar,
    who varchar,
    who_name varchar,
    changed_at timestamp,
    reason varchar,
    undoes integer,
    table_name varchar not null,
    row_key varchar not null,
    old_row varchar,
    new_row varchar,
    agency_code varchar,
    fiscal_year_be integer,
    measure_id integer
);
comment on table audit is 'One row per row that was added, changed or removed, written by triggers; rows are never changed. The history begins with the first change after this table was made.';
comment on table link_change is 'One row per change an analyst made to a link between a measure and an indicator. Rows are never changed; one goes where the change is taken back, and the table audit keeps it.';
comment on column audit.change_id is 'Counts the changes as data_version does: one save, one number.';
comment on column audit.deed is 'What the person did, e.g. result_saved.';
comment on column audit.who is 'Address the person logged in with; empty for the one desk without login, else command or program.';
comment on column audit.reason is 'Why the person took a change back, in the person''s words; null for all else.';
comment on column audit.undoes is 'The change that this one takes back; null where it takes none back.';
comment on column audit.row_key is 'Key of the row as JSON.';
comment on column audit.old_row is 'The row before as JSON; null where it was added.';
comment on column audit.new_row is 'The row after as JSON; null where it was removed.';
comment on column audit.measure_id is 'The measure that the row hangs on; null where it hangs on none.';

alter table data_version add column state varchar;
update data_version set state = uuid();
comment on column data_version.state is 'Random word of this state of the data, another one after each change: databases that say the same word hold the same data.';

alter table data_version add column made_from varchar;
comment on column data_version.made_from is 'Digest of the views, macros and triggers that were made last; null before any were.';
