-- Adds one row to heading_choice, or puts a new choice in the place of what stood there.
insert into heading_choice (
    heading_key, field, chosen_at
) values (
    $heading_key, $field, localtimestamp
)
on conflict (heading_key) do update set field = excluded.field, chosen_at = excluded.chosen_at;
