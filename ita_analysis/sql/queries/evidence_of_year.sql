-- One row per piece of evidence of a result, with the days of its round and whether its date lies within them; nothing where nobody stated a date.
with shown as (
    select p.progress_id, p.measure_id, m.measure_no, m.title, p.round_months, p.place
    from measure m
    join progress p using (measure_id)
    where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
    qualify p.version = max(p.version) over (partition by p.measure_id, p.round_months)
)
select p.measure_id, p.measure_no, p.title, p.round_months, e.stated_on, e.words, e.file_name, e.is_named_by_file, s.starts_on, s.ends_on, p.place,
    e.stated_on between s.starts_on and s.ends_on as is_within_round
from shown p
join cited_evidence e using (progress_id)
join round_span s on s.agency_code = $agency_code and s.fiscal_year_be = $fiscal_year_be and s.round_months = p.round_months
where e.stated_on is not null
order by e.stated_on, p.measure_no;
