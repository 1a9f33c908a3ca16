-- One row per agency, fiscal year and round, with the days the round reports on.
create or replace view round_span as
select
    agency_code, fiscal_year_be, round_months, state,
    make_date(fiscal_year_be - 544, 10, 1) as starts_on,
    cast(make_date(fiscal_year_be - 544, 10, 1) + to_months(round_months) - to_days(1) as date) as ends_on
from round;
