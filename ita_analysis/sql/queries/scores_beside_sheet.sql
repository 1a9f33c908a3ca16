-- One row per stated score of the agencies and years of an incoming sheet that the sheet does not state anew.
select s.agency_code, s.fiscal_year_be, s.level, s.code, s.score
from score s
semi join incoming_score i on i.agency_code = s.agency_code and i.fiscal_year_be = s.fiscal_year_be
anti join incoming_score n on n.agency_code = s.agency_code and n.fiscal_year_be = s.fiscal_year_be
    and n.level = s.level and n.code = s.code
where s.source <> 'computed';
