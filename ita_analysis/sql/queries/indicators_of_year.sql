-- One row per indicator of the assessed year, with last year's score, the agency's own word and the measures that answer it.
select indicator_no, instrument, name_th, short_name_th, tile_name_th, framework_confidence, score, score_source,
    weakness_kind, weakness_words, weakness_place, measure_count, province_mean, province_mean_url, report_id
from indicator_of_year
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by indicator_no;
