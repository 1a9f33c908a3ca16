-- Takes away the first count of a new database, before a backup's own is put in.
delete from data_version;
