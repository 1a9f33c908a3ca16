-- Adds rows to analysis_sentence.
insert into analysis_sentence (report_id, sentence_no, kind, indicator_no, words, place)
select
    unnest($report_id), unnest($sentence_no), unnest($kind), unnest($indicator_no), unnest($words), unnest($place);
