-- Counts one change of the data.
update data_version set version = version + 1;
