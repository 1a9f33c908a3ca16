-- One row: when the history begins, the last change until a moment, and how many changes of an agency's year came after it.
with last_one as (
    select min(changed_at) as begins_at, max(change_id) filter (where changed_at <= $moment) as change_id from audit
)
select begins_at, change_id,
    (
        select count(distinct change_id) from audit
        where change_id > last_one.change_id and table_name <> 'person'
            and agency_code = $agency_code and coalesce(fiscal_year_be, $fiscal_year_be) = $fiscal_year_be
    ) as later_count
from last_one;
