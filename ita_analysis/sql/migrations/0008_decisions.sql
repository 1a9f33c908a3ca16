-- What people decided about findings. A finding is found anew each time; a decision is about its rule, its place and its words.

create table finding_decision (
    agency_code varchar not null,
    fiscal_year_be integer not null,
    finding_key varchar not null,
    measure_id integer,
    rule varchar not null,
    quote varchar not null,
    decision varchar not null,
    reason varchar not null,
    decided_at timestamp not null,
    primary key (agency_code, fiscal_year_be, finding_key)
);
comment on table finding_decision is 'One row per finding that a person accepted or dismissed; it holds as long as the rule finds the same words in the same place.';
comment on column finding_decision.finding_key is 'Digest of what the finding is about: its rule, its place or field, and its words without spaces.';
comment on column finding_decision.measure_id is 'The measure that the finding is about; null where it is about the document as a whole.';
comment on column finding_decision.decision is 'accepted (to be mended as proposed) or dismissed.';
comment on column finding_decision.reason is 'Why it was dismissed; empty where it was accepted without a word.';
