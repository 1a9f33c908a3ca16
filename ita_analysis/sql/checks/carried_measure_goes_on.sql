-- Measures that go on with one that is not of the same agency's year before.
select m.measure_id
from measure m
left join measure b on b.measure_id = m.carried_from and b.agency_code = m.agency_code and b.fiscal_year_be = m.fiscal_year_be - 1
where m.carried_from is not null and b.measure_id is null;
