-- The sentences of an analysis, by which a report names its weak points or says that there are none of a kind.

create table analysis_sentence (
    report_id integer not null,
    sentence_no integer not null,
    kind varchar not null,
    indicator_no integer,
    words varchar not null,
    place varchar not null,
    primary key (report_id, sentence_no)
);
comment on table analysis_sentence is 'One row per weak point whose sentence is kept, and per kind of which a report says that there are none.';
comment on column analysis_sentence.kind is 'urgent or develop.';
comment on column analysis_sentence.indicator_no is 'The weak indicator that the sentence names; null where it says that there are none of the kind.';
comment on column analysis_sentence.words is 'The sentence as the report has it, on one line.';
