-- Adds rows to signatory.
insert into signatory (report_id, signatory_no, role, name, position)
select unnest($report_id), unnest($signatory_no), unnest($role), unnest($name), unnest($position);
