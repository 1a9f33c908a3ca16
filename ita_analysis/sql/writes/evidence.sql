-- Adds rows to evidence.
insert into evidence (progress_id, evidence_no, stated_on, words, url, sha256, other_host_reason)
select
    unnest($progress_id), unnest($evidence_no), unnest($stated_on), unnest($words), unnest($url), unnest($sha256),
    unnest($other_host_reason);
