-- Takes a round out of an agency's year.
delete from round
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and round_months = $round_months;
