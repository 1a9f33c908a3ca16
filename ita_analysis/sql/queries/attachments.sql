-- One row per attached file, by name.
select sha256, file_name, media_type, size, stored_at from attachment order by file_name, sha256;
