-- Adds one row to published_province_mean.
insert into published_province_mean (
    province_th, fiscal_year_be, level, code, mean_score, source_url, confidence
) values (
    $province_th, $fiscal_year_be, $level, $code, $mean_score, $source_url, $confidence
);
