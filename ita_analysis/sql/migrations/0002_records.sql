-- What agencies report: weaknesses, measures, results, signatures, findings. History is added to, never overwritten.

create table data_version (version integer not null, reference_digest varchar not null);
comment on table data_version is 'One row: counts every change of the data, and tells which reference tables were loaded.';

create table agency (
    agency_code varchar primary key,
    name_th varchar not null,
    short_name_th varchar not null,
    district_th varchar,
    province_th varchar,
    is_synthetic boolean not null
);
comment on table agency is 'One row per assessed agency.';
comment on column agency.agency_code is 'Stable code used in addresses; never shown as a name.';

create table report (
    report_id integer primary key,
    agency_code varchar not null,
    fiscal_year_be integer not null,
    round_months integer,
    prior_fiscal_year_be integer,
    file_name varchar not null,
    fingerprint varchar not null unique,
    written_in date,
    imported_at timestamp not null
);
comment on table report is 'One row per stored report document.';
comment on column report.fingerprint is 'Digest of the words of the report, the same for each format of the same report.';
comment on column report.written_in is 'First day of the month the document is dated.';

create table score (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    level varchar not null,
    code varchar not null,
    score double not null,
    source varchar not null,
    primary key (agency_code, fiscal_year_be, level, code)
);
comment on table score is 'One row per stated score, 0-100; level is item, indicator, instrument or total. A missing score has no row.';

create table weakness (
    report_id integer not null,
    indicator_no integer not null,
    kind varchar not null,
    words varchar not null,
    stated_score double,
    place varchar not null,
    primary key (report_id, indicator_no)
);
comment on table weakness is 'One row per indicator that a report names as weak; kind is urgent or develop.';

create table measure (
    measure_id integer primary key,
    report_id integer not null,
    agency_code varchar not null,
    fiscal_year_be integer not null,
    measure_no integer not null,
    title varchar not null,
    title_key varchar not null,
    responsible varchar,
    follow_up varchar,
    timeframe varchar,
    budget varchar,
    success_indicator varchar,
    place varchar not null,
    unique (agency_code, fiscal_year_be, title_key)
);
comment on table measure is 'One row per measure of an agency in a fiscal year.';

create table measure_guideline (
    measure_id integer not null,
    guideline_no integer not null,
    words varchar not null,
    primary key (measure_id, guideline_no)
);
comment on table measure_guideline is 'One row per guideline of a measure.';

create table measure_step (
    measure_id integer not null,
    step_no integer not null,
    words varchar not null,
    primary key (measure_id, step_no)
);
comment on table measure_step is 'One row per step of a measure.';

create table measure_round (
    measure_id integer not null,
    round_months integer not null,
    primary key (measure_id, round_months)
);
comment on table measure_round is 'One row per round in which the plan wants a measure reported.';

create table measure_indicator (
    measure_id integer not null,
    indicator_no integer not null,
    basis varchar not null,
    reason varchar not null,
    primary key (measure_id, indicator_no)
);
comment on table measure_indicator is 'One row per indicator a measure answers; basis is document, analyst, or wording (a guess to be confirmed).';

create table round (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    round_months integer not null,
    state varchar not null,
    primary key (agency_code, fiscal_year_be, round_months)
);
comment on table round is 'One row per round of an agency''s fiscal year that the plan or a report names; state is open, submitted or approved.';

create table progress (
    progress_id integer primary key,
    report_id integer not null,
    measure_id integer not null,
    round_months integer not null,
    version integer not null,
    detail varchar,
    period_start date,
    period_end date,
    output varchar,
    outcome varchar,
    note varchar,
    evidence_words varchar,
    stated_status varchar,
    place varchar not null
);
comment on table progress is 'One row per result row of a report; the highest version of a measure and round is the one shown.';

create table evidence (
    progress_id integer not null,
    evidence_no integer not null,
    stated_on date not null,
    words varchar not null,
    primary key (progress_id, evidence_no)
);
comment on table evidence is 'One row per date of publication that a result states.';

create table step_progress (
    measure_id integer not null,
    step_no integer not null,
    round_months integer not null,
    state varchar not null,
    reason varchar not null,
    primary key (measure_id, step_no, round_months)
);
comment on table step_progress is 'One row per step and round an analyst judged; state is done, not_done or not_stated, with the sentence it rests on.';

create table signatory (
    report_id integer not null,
    signatory_no integer not null,
    role varchar,
    name varchar,
    position varchar,
    primary key (report_id, signatory_no)
);
comment on table signatory is 'One row per person who signs a report.';

create table finding (
    report_id integer not null,
    finding_no integer not null,
    rule varchar not null,
    severity varchar not null,
    place varchar not null,
    quote varchar not null,
    sentence_values varchar not null,
    primary key (report_id, finding_no)
);
comment on table finding is 'One row per defect a rule found in a report; place and sentence_values are JSON.';

create table unread (
    report_id integer not null,
    unread_no integer not null,
    place varchar not null,
    words varchar not null,
    primary key (report_id, unread_no)
);
comment on table unread is 'One row per passage of a report that no field took.';
insert into data_version values (0, '');
