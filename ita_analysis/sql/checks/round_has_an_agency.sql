-- Rounds of an agency that is not known.
select agency_code, fiscal_year_be, round_months from round where agency_code not in (select agency_code from agency);
