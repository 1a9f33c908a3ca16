-- One row per published mean total of a fiscal year that gives context: the agency's province, then the nation.
with means as (
    select 1 as nearness, province_th as scope_th, cast(mean_score as double) as mean_score, source_url, confidence
    from published_province_mean
    where fiscal_year_be = $fiscal_year_be and province_th = $province_th and level = 'total'
    union all
    select 2, scope_th, published_value, source_url, confidence
    from published_aggregate
    where fiscal_year_be = $fiscal_year_be and scope_th = $nation_th and quantity = 'mean_total'
)
select scope_th, mean_score, source_url, confidence from means order by nearness;
