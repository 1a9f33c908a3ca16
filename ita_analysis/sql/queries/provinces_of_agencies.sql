-- One row per province that an agency lies in.
select province_th
from (select province_th from agency where province_th is not null group by province_th)
order by province_th collate th;
