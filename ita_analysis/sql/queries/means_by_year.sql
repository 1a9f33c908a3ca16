-- One row per published mean of the total or an indicator, by fiscal year: the nation's and the province's. Context, never an agency's own.
select fiscal_year_be, scope_th, is_nation, mean_score, source_url, confidence
from (
    select fiscal_year_be, province_th as scope_th, false as is_nation, cast(mean_score as double) as mean_score, source_url, confidence
    from published_province_mean
    where province_th = $province_th and level = $level and code = $code
    union all
    select fiscal_year_be, scope_th, true, published_value, source_url, confidence
    from published_aggregate
    where scope_th = $nation_th and quantity = if($level = 'total', 'mean_total', 'mean_indicator_' || $code)
)
order by fiscal_year_be, is_nation desc;
