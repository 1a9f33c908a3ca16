-- Measures and rounds whose results are not of the versions 1, 2, 3 and so on.
select measure_id, round_months
from progress
group by measure_id, round_months
having min(version) <> 1 or max(version) <> count(distinct version);
