-- Which state of the data a database holds, so that a backup of it and a copy of it can be told from others.

alter table data_version add column state varchar;
update data_version set state = uuid();
comment on column data_version.state is 'Random word of this state of the data, another one after each change: databases that say the same word hold the same data.';
