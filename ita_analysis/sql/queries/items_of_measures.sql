-- One row per item of a fiscal year that asks for the plan of measures or the report on them, with its worth in points.
select distinct item_code, kind, item_worth
from framework_criterion
where fiscal_year_be = $fiscal_year_be
order by kind, item_code;
