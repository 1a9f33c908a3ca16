-- Adds one row to result. One that is there already stays.
insert into result (
    agency_code, fiscal_year_be
) values (
    $agency_code, $fiscal_year_be
)
on conflict do nothing;
