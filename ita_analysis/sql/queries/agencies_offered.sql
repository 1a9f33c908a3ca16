-- One row per agency there is something to say about: real ones first, then those with the latest report or result; at most $most.
select a.agency_code, a.name_th
from agency a
join (select agency_code, max(fiscal_year_be) as latest, count(report_id) as report_count from agency_year group by agency_code) y
    using (agency_code)
order by a.is_synthetic, y.report_count = 0, y.latest desc, a.name_th collate th
limit $most;
