-- One row per assessed fiscal year: the framework that names its indicators, the nearest one where it has none of its own.
create or replace view lent_framework as
select prior_fiscal_year_be, fiscal_year_be from framework_lent;
