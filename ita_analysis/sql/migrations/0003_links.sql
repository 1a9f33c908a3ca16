-- What analysts decide about the links between measures and indicators. History is added to, never overwritten.

create table link_change (
    change_id integer primary key,
    measure_id integer not null,
    indicator_no integer not null,
    action varchar not null,
    basis_before varchar,
    reason_before varchar,
    reason varchar not null,
    changed_at timestamp not null
);
comment on table link_change is 'One row per change an analyst made to a link between a measure and an indicator; rows are never changed or removed.';
comment on column link_change.change_id is 'Counts the changes in the order they were made.';
comment on column link_change.action is 'confirmed (the link was there; its basis is analyst from then on), added or removed.';
comment on column link_change.basis_before is 'Basis of the link before the change; empty where there was none.';
comment on column link_change.reason_before is 'Reason of the link before the change; empty where there was none.';
comment on column link_change.reason is 'Why the analyst made the change, in the analyst''s words.';
comment on column link_change.changed_at is 'Time of the change by the clock of the computer.';
