-- One row per piece of evidence, with its attached file, and whether its title is only the name of that file: the form takes it where none is typed.
create or replace view cited_evidence as
select e.*, a.file_name, a.media_type, a.size,
    coalesce(e.words in (a.file_name, regexp_replace(a.file_name, '\.[^.]*$', '')), false) as is_named_by_file
from evidence e
left join attachment a using (sha256);
