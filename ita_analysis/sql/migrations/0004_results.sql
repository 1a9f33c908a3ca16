-- Results of the assessment as sheets and forms state them, own surveys beside them, and what readers choose about both.

create table agency_type (
    type_code varchar primary key,
    type_order integer not null,
    name_th varchar not null,
    prefix_th varchar not null,
    source varchar not null,
    confidence varchar not null
);
comment on table agency_type is 'One row per kind of agency, known by how the agency''s name begins; the longest prefix that fits counts.';

alter table agency add column type_code varchar;
comment on column agency.type_code is 'Kind of agency, told by its name; null where no kind fits.';

create table score_source (
    source_id integer primary key,
    kind varchar not null,
    file_name varchar not null,
    sheet_name varchar,
    fingerprint varchar not null,
    instruments_form varchar,
    result_count integer not null,
    score_count integer not null,
    stored_at timestamp not null
);
comment on table score_source is 'One row per sheet or form that scores were taken from; kind is sheet, hand or demo.';
comment on column score_source.fingerprint is 'Digest of the scores that were read, the same for each format of the same sheet.';
comment on column score_source.instruments_form is 'How the sheet prints instruments: percent (0-100) or weighted (at most 30/30/40); null where it prints none.';

create table score_column (
    source_id integer not null,
    column_no integer not null,
    heading varchar not null,
    level varchar not null,
    code varchar not null,
    primary key (source_id, column_no)
);
comment on table score_column is 'One row per column of a sheet that scores were read from; a long sheet has one for all of its scores, with an empty code.';

create table result (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    grade_printed varchar,
    primary key (agency_code, fiscal_year_be)
);
comment on table result is 'One row per agency and assessed fiscal year of which any official score is stored.';
comment on column result.grade_printed is 'Level of the result as the source prints it; null where it prints none.';

create table stated_score as select * from score;
drop table score;
create table score (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    level varchar not null,
    code varchar not null,
    score double not null,
    source varchar not null,
    source_id integer,
    source_row integer,
    source_column integer
);
insert into score by name select * from stated_score;
drop table stated_score;
insert into result (agency_code, fiscal_year_be) select distinct agency_code, fiscal_year_be from score;
comment on table score is 'One row per official score, 0-100; level is item, indicator, instrument or total. A missing score has no row. No key: four million rows of a nation would pay for it with seven times the file; a check keeps each score once.';
comment on column score.source is 'report (a report''s prose), sheet, hand (typed in), demo, or computed (from the scores below it).';
comment on column score.source_id is 'The sheet or form; null for report and computed.';
comment on column score.source_row is 'Row of the sheet, from 1.';
comment on column score.source_column is 'Column of the sheet, from 1.';

create table score_replaced (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    level varchar not null,
    code varchar not null,
    score double not null,
    source varchar not null,
    source_id integer,
    source_row integer,
    source_column integer,
    replaced_by integer not null,
    replaced_at timestamp not null
);
comment on table score_replaced is 'One row per official score that a later source put another in the place of; rows are never changed or removed.';
comment on column score_replaced.replaced_by is 'The source that states the score in its place.';

create table heading_choice (
    heading_key varchar primary key,
    field varchar not null,
    chosen_at timestamp not null
);
comment on table heading_choice is 'One row per heading of a column that a reader told the meaning of; it is remembered for the next sheet.';
comment on column heading_choice.field is 'What the column holds: agency, province, fiscal_year, total, grade, indicator:7, item:O42, instrument:IIT, or none.';

create table own_survey (
    survey_id integer primary key,
    agency_code varchar not null,
    fiscal_year_be integer not null,
    instrument varchar not null,
    file_name varchar not null,
    fingerprint varchar not null unique,
    respondent_count integer not null,
    population_count integer,
    stored_at timestamp not null
);
comment on table own_survey is 'One row per own survey (pre-assessment) of an agency for a fiscal year; the latest of an instrument is shown. Never mixed with official scores.';
comment on column own_survey.population_count is 'How many people could have answered; null where nobody said.';

create table own_score (
    survey_id integer not null,
    level varchar not null,
    code varchar not null,
    score double not null,
    answer_count integer not null,
    primary key (survey_id, level, code)
);
comment on table own_score is 'One row per score, 0-100, that an own survey gives an item, an indicator or the instrument.';

create table weakness_rule_change (
    change_id integer primary key,
    fiscal_year_be integer not null,
    urgent_below decimal(6, 2),
    develop_below decimal(6, 2),
    good_below decimal(6, 2),
    reason varchar not null,
    changed_at timestamp not null
);
comment on table weakness_rule_change is 'One row per change of the rule of weakness of an assessed fiscal year; the latest holds. Rows are never changed or removed.';
comment on column weakness_rule_change.urgent_below is 'The limits, 0-100; all null: back to the default of the framework.';
