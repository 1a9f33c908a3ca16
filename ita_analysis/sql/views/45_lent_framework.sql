-- One row per assessed fiscal year: the framework that names its indicators, the nearest one where it has none of its own.
create or replace view lent_framework as
select assessed.fiscal_year_be as prior_fiscal_year_be, own.fiscal_year_be
from range(2550, 2650) assessed(fiscal_year_be)
cross join (select distinct fiscal_year_be from framework_indicator) own
qualify row_number() over (
    partition by assessed.fiscal_year_be order by abs(own.fiscal_year_be - assessed.fiscal_year_be), own.fiscal_year_be
) = 1;
