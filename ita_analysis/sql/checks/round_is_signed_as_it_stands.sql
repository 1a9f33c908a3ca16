-- Rounds in no known state, open ones that somebody signed, others that nobody signed or that keep a reason to be open.
select agency_code, fiscal_year_be, round_months
from round
where state not in ('open', 'submitted', 'approved')
    or (state = 'open') <> (signed_name is null and signed_position is null and signed_on is null)
    or (state <> 'open' and (signed_name is null or signed_position is null or signed_on is null or reason is not null));
