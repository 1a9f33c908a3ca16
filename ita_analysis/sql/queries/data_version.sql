-- One row: the count of changes, and which reference files are loaded.
select version, reference_digest from data_version;
