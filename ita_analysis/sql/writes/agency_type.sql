-- Adds rows to agency_type.
insert into agency_type (type_code, type_order, name_th, prefix_th, source, confidence)
select
    unnest($type_code), unnest($type_order), unnest($name_th), unnest($prefix_th), unnest($source),
    unnest($confidence);
