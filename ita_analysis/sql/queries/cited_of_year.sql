-- One row per piece of evidence of the results shown of an agency's year, with the attached file and the last look at its address.
with shown as (
    select p.progress_id, p.measure_id, m.measure_no, m.title, p.round_months, p.report_id is not null as is_from_report
    from measure m
    join progress p using (measure_id)
    where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
    qualify p.version = max(p.version) over (partition by p.measure_id, p.round_months)
),
looked as (
    select url, checked_at, state, status, redirects, reason
    from evidence_check
    qualify row_number() over (partition by url order by check_id desc) = 1
)
select s.measure_id, s.measure_no, s.title, s.round_months, s.is_from_report, e.evidence_no, e.words, e.url, e.stated_on,
    e.other_host_reason, e.sha256, e.file_name, e.media_type, e.size, e.is_named_by_file,
    looked.checked_at, looked.state, looked.status, looked.redirects, looked.reason
from shown s
join cited_evidence e using (progress_id)
left join looked using (url)
order by s.round_months, s.measure_no, s.progress_id, e.evidence_no;
