-- One row per date of publication a result states, with the days of its round and whether it lies within them.
with shown as (
    select p.progress_id, p.measure_id, m.measure_no, m.title, p.round_months, p.place
    from measure m
    join progress p using (measure_id)
    where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
    qualify p.version = max(p.version) over (partition by p.measure_id, p.round_months)
)
select p.measure_id, p.measure_no, p.title, p.round_months, e.stated_on, e.words, s.starts_on, s.ends_on, p.place,
    e.stated_on between s.starts_on and s.ends_on as is_within_round
from shown p
join evidence e using (progress_id)
join round_span s on s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.round_months = p.round_months
where e.stated_on is not null
order by e.stated_on, p.measure_no;
