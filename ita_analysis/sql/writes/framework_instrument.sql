-- Adds one row to framework_instrument.
insert into framework_instrument (
    fiscal_year_be, instrument, part, weight, name_th, source, confidence
) values (
    $fiscal_year_be, $instrument, $part, $weight, $name_th, $source, $confidence
);
