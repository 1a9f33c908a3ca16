-- One row per date of publication a result states, with the days of its round and whether it lies within them.
select p.measure_id, m.measure_no, m.title, p.round_months, e.stated_on, e.words, s.starts_on, s.ends_on, p.place,
    e.stated_on between s.starts_on and s.ends_on as is_within_round
from evidence e
join result_of_round p using (progress_id)
join measure m using (measure_id)
join round_span s on s.agency_code = m.agency_code and s.fiscal_year_be = m.fiscal_year_be and s.round_months = p.round_months
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by e.stated_on, m.measure_no;
