-- One row per change an analyst made to a link of an agency's year, the newest first.
select c.change_id, c.measure_id, m.measure_no, m.title, c.indicator_no, c.action, c.basis_before, c.reason_before, c.reason,
    c.changed_at
from link_change c
join measure m using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
order by c.change_id desc;
