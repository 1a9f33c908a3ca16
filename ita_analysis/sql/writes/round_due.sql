-- Sets the day by which the results of a round are to be entered; nothing: the last day of the round.
update round set due_on = $due_on
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and round_months = $round_months;
