-- Takes the log into the file, and frees the space of rows that were taken away; only where nobody else has it open.
checkpoint;
