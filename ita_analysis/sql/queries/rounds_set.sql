-- One row per round of an agency's year: its days, the day its results are due, its state and signature.
select round_months, starts_on, ends_on, due_on, is_due_set, state, signed_name, signed_position, signed_on, reason
from round_span
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by round_months;
