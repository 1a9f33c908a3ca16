-- Adds rows to framework_instrument.
insert into framework_instrument (fiscal_year_be, instrument, part, weight, name_th, source, confidence)
select
    unnest($fiscal_year_be), unnest($instrument), unnest($part), unnest($weight), unnest($name_th), unnest($source),
    unnest($confidence);
