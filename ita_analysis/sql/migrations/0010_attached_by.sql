-- Who attached a file: a result tells who saved it, which may be somebody else, or nobody yet.

alter table attachment add column who varchar;
alter table attachment add column who_name varchar;
comment on column attachment.who is 'Address the person who attached it first logged in with, as in the table audit; null where an earlier program kept it.';
comment on column attachment.who_name is 'Name of that person then.';
