-- Takes away what an incoming sheet states anew, and what was computed for its agencies and years.
delete from score s
where exists (
    select 1 from incoming_score i
    where i.agency_code = s.agency_code and i.fiscal_year_be = s.fiscal_year_be
        and (s.source = 'computed' or (i.level = s.level and i.code = s.code))
);
