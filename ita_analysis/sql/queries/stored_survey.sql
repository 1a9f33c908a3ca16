-- One row per stored own survey of a fingerprint: at most one.
select survey_id, stored_at from own_survey where fingerprint = $fingerprint;
