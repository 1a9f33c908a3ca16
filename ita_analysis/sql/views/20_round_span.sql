-- One row per agency, fiscal year and round, with the days the round reports on and the day its results are due.
create or replace view round_span as
select
    agency_code, fiscal_year_be, round_months, state,
    make_date(fiscal_year_be - 544, 10, 1) as starts_on,
    cast(make_date(fiscal_year_be - 544, 10, 1) + to_months(round_months) - to_days(1) as date) as ends_on,
    coalesce(due_on, cast(make_date(fiscal_year_be - 544, 10, 1) + to_months(round_months) - to_days(1) as date)) as due_on,
    due_on is not null as is_due_set, signed_name, signed_position, signed_on, reason
from round;
