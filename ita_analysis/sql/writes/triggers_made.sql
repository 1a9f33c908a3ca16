-- Notes which triggers stand in the file from now on.
update data_version set triggers_digest = $triggers_digest;
