-- Adds rows to weakness.
insert into weakness (report_id, indicator_no, kind, words, stated_score, place)
select
    unnest($report_id), unnest($indicator_no), unnest($kind), unnest($words), unnest($stated_score), unnest($place);
