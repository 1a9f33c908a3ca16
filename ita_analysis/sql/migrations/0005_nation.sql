-- What a nation of agencies needs to be quick: names in the order of the alphabet, and which framework lends its names.

alter table agency add column name_order varchar;
update agency set name_order = icu_sort_key(name_th, 'th');
comment on column agency.name_order is 'Sorts as the name does in the Thai alphabet; made once, because making it for thousands of names is slow.';

create table framework_lent (
    prior_fiscal_year_be integer primary key,
    fiscal_year_be integer not null
);
comment on table framework_lent is 'One row per assessed fiscal year: the framework that names its indicators, the nearest one where it has none of its own.';
insert into framework_lent
select assessed.fiscal_year_be, own.fiscal_year_be
from range(2550, 2650) assessed(fiscal_year_be)
cross join (select distinct fiscal_year_be from framework_indicator) own
qualify row_number() over (
    partition by assessed.fiscal_year_be order by abs(own.fiscal_year_be - assessed.fiscal_year_be), own.fiscal_year_be
) = 1;
