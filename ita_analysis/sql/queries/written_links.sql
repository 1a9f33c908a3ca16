-- One row per link that the results shown of an agency's year cite, with the last look at it.
with looked as (
    select url, checked_at, state
    from evidence_check
    qualify row_number() over (partition by url order by check_id desc) = 1
)
select m.measure_id, m.measure_no, m.title, p.round_months, e.words, e.url, e.other_host_reason, looked.state,
    looked.checked_at
from result_of_round p
join measure m using (measure_id)
join evidence e using (progress_id)
left join looked using (url)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be and e.url is not null
order by p.round_months, m.measure_no, p.progress_id, e.evidence_no;
