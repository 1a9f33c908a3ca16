-- One row: the count of administrators who may log in.
select count(*) as administrator_count from person where role = 'administrator' and is_active;
