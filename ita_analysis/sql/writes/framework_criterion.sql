-- Adds rows to framework_criterion.
insert into framework_criterion (
    fiscal_year_be, item_code, kind, criterion_code, text_th, item_worth, source, confidence
)
select
    unnest($fiscal_year_be), unnest($item_code), unnest($kind), unnest($criterion_code), unnest($text_th),
    unnest($item_worth), unnest($source), unnest($confidence);
