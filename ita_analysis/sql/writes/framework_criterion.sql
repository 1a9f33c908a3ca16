-- Adds one row to framework_criterion.
insert into framework_criterion (
    fiscal_year_be, item_code, kind, criterion_code, text_th, item_worth, source, confidence
) values (
    $fiscal_year_be, $item_code, $kind, $criterion_code, $text_th, $item_worth, $source, $confidence
);
