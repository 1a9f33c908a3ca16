-- One row per attached file of a SHA-256, none or one.
select file_name, media_type, size from attachment where sha256 = $sha256;
