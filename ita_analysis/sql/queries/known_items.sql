-- One row per item that measures of an agency's year may answer: those that its assessed year has, or borrows.
select i.item_code
from years_of($agency_code) y
join framework_lent lent using (prior_fiscal_year_be)
join framework_item i on i.fiscal_year_be = lent.fiscal_year_be
where y.fiscal_year_be = $fiscal_year_be;
