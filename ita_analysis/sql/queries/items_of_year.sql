-- One row per item of the assessed year's framework, with the agency's score where one is stored.
select i.indicator_no, i.item_code, i.sub_indicator, i.topic_th, i.confidence, s.score, s.source
from framework_item i
left join score s on s.agency_code = $agency_code and s.fiscal_year_be = i.fiscal_year_be
    and s.level = 'item' and s.code = i.item_code
where i.fiscal_year_be = $fiscal_year_be
order by i.indicator_no, i.sub_indicator nulls first, cast(regexp_extract(i.item_code, '[0-9]+') as integer);
