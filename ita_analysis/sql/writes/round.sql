-- Adds one row to round. A round that is there already keeps its state.
insert into round (
    agency_code, fiscal_year_be, round_months, state, due_on
) values (
    $agency_code, $fiscal_year_be, $round_months, $state, $due_on
)
on conflict do nothing;
