-- One row per result row shown of an agency's year, with the pieces of its evidence as JSON.
with cited as (
    select progress_id, list({'words': words, 'on': stated_on, 'is_a_file': is_named_by_file} order by evidence_no)::json::varchar as pieces
    from cited_evidence
    group by progress_id
)
select p.measure_id, m.measure_no, m.title, p.round_months, p.detail, p.period_start, p.period_end, p.output, p.outcome, p.note,
    p.evidence_words, p.stated_status, p.owner, p.place, p.report_id, coalesce(pieces, '[]')
from result_of_round p
join measure m using (measure_id)
left join cited using (progress_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by p.round_months, m.measure_no, p.progress_id;
