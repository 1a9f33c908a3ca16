-- One row: which views, macros and triggers stand in the file, as the program said that made them.
select made_from from data_version;
