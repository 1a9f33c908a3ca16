-- One row per round of an agency's year, in order, and how many results and plans hang on it.
select r.round_months, r.state, r.due_on,
    (
        select count(*) from progress p join measure m using (measure_id)
        where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be and p.round_months = r.round_months
    ) as result_count,
    (
        select count(*) from measure_round mr join measure m using (measure_id)
        where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be and mr.round_months = r.round_months
    ) as plan_count
from round r
where r.agency_code = $agency_code and r.fiscal_year_be = $fiscal_year_be
order by r.round_months;
