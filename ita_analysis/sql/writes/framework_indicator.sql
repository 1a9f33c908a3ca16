-- Adds one row to framework_indicator.
insert into framework_indicator (
    fiscal_year_be, indicator_no, instrument, name_th, short_name_th, tile_name_th, name_en, item_count,
    source, confidence
) values (
    $fiscal_year_be, $indicator_no, $instrument, $name_th, $short_name_th, $tile_name_th, $name_en,
    $item_count, $source, $confidence
);
