-- Adds rows to framework_item.
insert into framework_item (fiscal_year_be, item_code, indicator_no, sub_indicator, topic_th, source, confidence)
select
    unnest($fiscal_year_be), unnest($item_code), unnest($indicator_no), unnest($sub_indicator), unnest($topic_th),
    unnest($source), unnest($confidence);
