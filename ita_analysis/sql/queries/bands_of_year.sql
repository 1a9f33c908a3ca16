-- One row per level of the result in a fiscal year, the highest first.
select band_order, grade, label_th, min_total, min_instrument, confidence
from framework_band
where fiscal_year_be = $fiscal_year_be
order by band_order;
