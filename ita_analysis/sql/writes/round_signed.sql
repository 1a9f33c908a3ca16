-- Puts a round into another state, with the signature or the reason that goes with it.
update round
set state = $state, signed_name = $signed_name, signed_position = $signed_position, signed_on = $signed_on, reason = $reason
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and round_months = $round_months;
