-- One row: which triggers stand in the file, as the program said that made them.
select triggers_digest from data_version;
