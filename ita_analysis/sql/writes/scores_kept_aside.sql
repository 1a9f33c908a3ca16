-- Keeps the stated scores that an incoming sheet puts others in the place of, and counts them.
insert into score_replaced by name
select s.*, $source_id as replaced_by, localtimestamp as replaced_at
from score s
semi join incoming_score i on i.agency_code = s.agency_code and i.fiscal_year_be = s.fiscal_year_be
    and i.level = s.level and i.code = s.code
where s.source <> 'computed';
