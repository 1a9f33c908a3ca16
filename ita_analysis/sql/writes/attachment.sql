-- Adds one row to attachment. The same content is kept once, under its first name and of who attached it first.
insert into attachment (
    sha256, file_name, media_type, size, stored_at, who, who_name
) values (
    $sha256, $file_name, $media_type, $size, localtimestamp, $who, $who_name
)
on conflict do nothing;
