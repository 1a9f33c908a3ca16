-- One row per unit that answers for a measure of an agency in any year, or whose measures a person may change.
select unit
from (
    select responsible as unit from measure where agency_code = $agency_code
    union
    select unit from person where agency_code = $agency_code
)
where unit is not null
order by unit collate th;
