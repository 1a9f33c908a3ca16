-- Places in the order of an agency's year that several measures have.
select agency_code, fiscal_year_be, measure_no
from measure
group by agency_code, fiscal_year_be, measure_no
having count(*) > 1;
