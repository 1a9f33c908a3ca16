-- Adds rows to framework_indicator.
insert into framework_indicator (
    fiscal_year_be, indicator_no, instrument, name_th, short_name_th, tile_name_th, name_en, item_count, source,
    confidence
)
select
    unnest($fiscal_year_be), unnest($indicator_no), unnest($instrument), unnest($name_th), unnest($short_name_th),
    unnest($tile_name_th), unnest($name_en), unnest($item_count), unnest($source), unnest($confidence);
