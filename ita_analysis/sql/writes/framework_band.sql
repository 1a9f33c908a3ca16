-- Adds one row to framework_band.
insert into framework_band (
    fiscal_year_be, band_order, grade, label_th, min_total, min_instrument, source, confidence
) values (
    $fiscal_year_be, $band_order, $grade, $label_th, $min_total, $min_instrument, $source, $confidence
);
