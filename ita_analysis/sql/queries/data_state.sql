-- One row: the count of changes, and the word of this state of the data where the tables have it already.
select columns('^(version|state)$') from data_version;
