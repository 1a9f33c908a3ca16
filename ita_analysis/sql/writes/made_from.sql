-- Notes which views, macros and triggers stand in the file from now on.
update data_version set made_from = $made_from;
