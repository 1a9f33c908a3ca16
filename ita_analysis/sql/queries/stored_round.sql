-- One row per round of a number in an agency's year, none or one: its state and signature.
select state, due_on, signed_name, signed_position, signed_on, reason
from round
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and round_months = $round_months;
