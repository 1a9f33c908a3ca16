-- One row per indicator that the report of an agency's year names as weak, in the order of the framework.
select w.indicator_no, w.words, w.kind, w.stated_score, w.place
from weakness w
join years_of($agency_code) y using (report_id)
where y.fiscal_year_be = $fiscal_year_be
order by w.indicator_no;
