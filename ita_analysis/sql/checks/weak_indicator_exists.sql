-- Weaknesses whose indicator the framework of the assessed year does not have.
select w.report_id, w.indicator_no
from weakness w
join report r using (report_id)
where exists (select 1 from framework_indicator i where i.fiscal_year_be = r.prior_fiscal_year_be)
    and not exists (
        select 1 from framework_indicator i
        where i.fiscal_year_be = r.prior_fiscal_year_be and i.indicator_no = w.indicator_no
    );
