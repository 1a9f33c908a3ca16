-- One row per official score of an instrument and of its indicators and items, of the latest fiscal year with a score of one of them.
with stated as (
    select s.fiscal_year_be, s.level, s.code, s.score
    from score s
    where s.agency_code = $agency_code and (
        (s.level = 'instrument' and s.code = $instrument)
        or (s.level = 'indicator' and exists (
            select 1 from framework_indicator f
            where f.fiscal_year_be = s.fiscal_year_be and f.instrument = $instrument
                and cast(f.indicator_no as varchar) = s.code
        ))
        or (s.level = 'item' and exists (
            select 1 from framework_item i
            join framework_indicator f using (fiscal_year_be, indicator_no)
            where i.fiscal_year_be = s.fiscal_year_be and f.instrument = $instrument and i.item_code = s.code
        ))
    )
)
select fiscal_year_be, level, code, score
from stated
where fiscal_year_be = (select max(fiscal_year_be) from stated)
order by level, try_cast(code as integer), code;
