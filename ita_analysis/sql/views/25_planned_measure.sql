-- One row per measure that the plan has: it goes on, or it ended after a round in which it was due.
create or replace view planned_measure as
select m.*
from measure m
where m.ended_on is null or exists (
    select 1
    from measure_round mr
    join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = mr.round_months
    where mr.measure_id = m.measure_id and s.ends_on < m.ended_on
);
