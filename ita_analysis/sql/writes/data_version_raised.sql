-- Counts on from the higher of two counts, so that no answer to other data is taken for one to these; their state stays.
update data_version set version = greatest(version, $version) + 1;
