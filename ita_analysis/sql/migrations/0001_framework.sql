-- The framework of the assessment by fiscal year, and published results that give context.
create table framework_instrument (
    fiscal_year_be integer not null,
    instrument varchar not null,
    part varchar not null,
    weight decimal(6, 3),
    name_th varchar not null,
    source varchar not null,
    confidence varchar not null,
    primary key (fiscal_year_be, instrument, part)
);
comment on table framework_instrument is 'One row per instrument, or part of one, and fiscal year; part is empty where there is only one.';
comment on column framework_instrument.weight is 'Points of 100; null where the rule of the year is unknown.';

create table framework_indicator (
    fiscal_year_be integer not null,
    indicator_no integer not null,
    instrument varchar not null,
    name_th varchar not null,
    short_name_th varchar not null,
    tile_name_th varchar not null,
    name_en varchar not null,
    item_count integer,
    source varchar not null,
    confidence varchar not null,
    primary key (fiscal_year_be, indicator_no)
);
comment on table framework_indicator is 'One row per indicator and fiscal year, with its name in three lengths.';

create table framework_item (
    fiscal_year_be integer not null,
    item_code varchar not null,
    indicator_no integer not null,
    sub_indicator varchar,
    topic_th varchar not null,
    source varchar not null,
    confidence varchar not null,
    primary key (fiscal_year_be, item_code)
);
comment on table framework_item is 'One row per item (i1, e1, O1 ...) and fiscal year.';

create table framework_band (
    fiscal_year_be integer not null,
    band_order integer not null,
    grade varchar not null,
    label_th varchar not null,
    min_total decimal(6, 3) not null,
    min_instrument decimal(6, 3),
    source varchar not null,
    confidence varchar not null,
    primary key (fiscal_year_be, band_order)
);
comment on table framework_band is 'One row per level of the result and fiscal year; the first whose conditions all hold is the grade.';

create table framework_criterion (
    fiscal_year_be integer not null,
    item_code varchar not null,
    kind varchar not null,
    criterion_code varchar not null,
    text_th varchar not null,
    item_worth decimal(6, 3),
    source varchar not null,
    confidence varchar not null,
    primary key (fiscal_year_be, item_code, criterion_code)
);
comment on table framework_criterion is 'One row per part that the plan or the report of measures has to contain in a fiscal year.';
comment on column framework_criterion.item_worth is 'Points of the total of 100 that the whole item is worth; null where it cannot be told.';

create table published_province_mean (
    province_th varchar not null,
    fiscal_year_be integer not null,
    level varchar not null,
    code varchar not null,
    mean_score decimal(6, 3) not null,
    source_url varchar not null,
    confidence varchar not null,
    primary key (province_th, fiscal_year_be, level, code)
);
comment on table published_province_mean is 'One row per province, fiscal year and published mean (level and code as in score). Context, never an agency''s own score.';

create table published_aggregate (
    scope_th varchar not null,
    fiscal_year_be integer not null,
    quantity varchar not null,
    published_value double not null,
    unit varchar not null,
    note varchar not null,
    source_url varchar not null,
    confidence varchar not null
);
comment on table published_aggregate is 'One row per published figure of a nation, region or province. Context, never an agency''s own score.';
