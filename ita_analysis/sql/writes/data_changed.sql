-- Counts one change of the data, whose state gets a word of its own.
update data_version set version = version + 1, state = uuid();
