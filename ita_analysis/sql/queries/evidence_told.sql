-- One row per piece of evidence of the results shown of an agency's year, in the order it was cited.
select e.progress_id, e.words, e.url, e.stated_on, e.file_name
from cited_evidence e
join result_of_round p using (progress_id)
join measure m using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by e.progress_id, e.evidence_no;
