-- Adds one row to attachment. The same content is kept once, under its first name.
insert into attachment (
    sha256, file_name, media_type, size, stored_at
) values (
    $sha256, $file_name, $media_type, $size, localtimestamp
)
on conflict do nothing;
