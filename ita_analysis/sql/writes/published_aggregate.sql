-- Adds rows to published_aggregate.
insert into published_aggregate (
    scope_th, fiscal_year_be, quantity, published_value, unit, note, source_url, confidence
)
select
    unnest($scope_th), unnest($fiscal_year_be), unnest($quantity), unnest($published_value), unnest($unit),
    unnest($note), unnest($source_url), unnest($confidence);
