-- Adds one row to published_aggregate.
insert into published_aggregate (
    scope_th, fiscal_year_be, quantity, published_value, unit, note, source_url, confidence
) values (
    $scope_th, $fiscal_year_be, $quantity, $published_value, $unit, $note, $source_url, $confidence
);
