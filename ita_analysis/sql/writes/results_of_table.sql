-- Adds the rows of a table to result; of one that is there already only a newly printed grade changes.
insert into result (agency_code, fiscal_year_be, grade_printed)
select agency_code, fiscal_year_be, grade_printed from incoming
on conflict (agency_code, fiscal_year_be) do update set grade_printed = coalesce(excluded.grade_printed, grade_printed);
