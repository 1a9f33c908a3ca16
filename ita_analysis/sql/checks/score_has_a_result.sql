-- Agencies and years that have scores and no result.
select s.agency_code, s.fiscal_year_be
from score s
anti join result r on r.agency_code = s.agency_code and r.fiscal_year_be = s.fiscal_year_be;
