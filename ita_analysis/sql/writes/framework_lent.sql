-- Notes anew for each assessed fiscal year which framework is the nearest, after the tables of frameworks were filled.
insert into framework_lent
select assessed.fiscal_year_be, own.fiscal_year_be
from range(2550, 2650) assessed(fiscal_year_be)
cross join (select distinct fiscal_year_be from framework_indicator) own
qualify row_number() over (
    partition by assessed.fiscal_year_be order by abs(own.fiscal_year_be - assessed.fiscal_year_be), own.fiscal_year_be
) = 1
on conflict (prior_fiscal_year_be) do update set fiscal_year_be = excluded.fiscal_year_be;
