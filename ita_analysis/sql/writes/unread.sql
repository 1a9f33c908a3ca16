-- Adds rows to unread.
insert into unread (report_id, unread_no, place, words)
select unnest($report_id), unnest($unread_no), unnest($place), unnest($words);
