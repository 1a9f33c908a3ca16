-- Adds rows to framework_band.
insert into framework_band (fiscal_year_be, band_order, grade, label_th, min_total, min_instrument, source, confidence)
select
    unnest($fiscal_year_be), unnest($band_order), unnest($grade), unnest($label_th), unnest($min_total),
    unnest($min_instrument), unnest($source), unnest($confidence);
