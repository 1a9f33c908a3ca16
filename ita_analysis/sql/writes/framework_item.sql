-- Adds one row to framework_item.
insert into framework_item (
    fiscal_year_be, item_code, indicator_no, sub_indicator, topic_th, source, confidence
) values (
    $fiscal_year_be, $item_code, $indicator_no, $sub_indicator, $topic_th, $source, $confidence
);
