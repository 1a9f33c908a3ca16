-- Adds rows to published_province_mean.
insert into published_province_mean (province_th, fiscal_year_be, level, code, mean_score, source_url, confidence)
select
    unnest($province_th), unnest($fiscal_year_be), unnest($level), unnest($code), unnest($mean_score),
    unnest($source_url), unnest($confidence);
