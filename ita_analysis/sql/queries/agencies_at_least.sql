-- One row: as many agencies as the year with most results has; there is something to say about at least so many.
select coalesce(max(agency_count), 0) as agency_count
from (select count(*) as agency_count from result group by fiscal_year_be)
order by agency_count;
