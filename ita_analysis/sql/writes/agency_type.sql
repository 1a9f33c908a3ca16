-- Adds one row to agency_type.
insert into agency_type (
    type_code, type_order, name_th, prefix_th, source, confidence
) values (
    $type_code, $type_order, $name_th, $prefix_th, $source, $confidence
);
