-- Adds rows to round. A round that is there already keeps its state.
insert into round (agency_code, fiscal_year_be, round_months, state, due_on)
select unnest($agency_code), unnest($fiscal_year_be), unnest($round_months), unnest($state), unnest($due_on)
on conflict do nothing;
