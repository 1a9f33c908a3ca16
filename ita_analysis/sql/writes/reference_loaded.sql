-- Notes which state of the reference files the tables hold, and counts the change.
update data_version set version = version + 1, state = uuid(), reference_digest = $reference_digest;
