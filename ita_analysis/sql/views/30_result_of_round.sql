-- One row per result row shown: those of the latest version of each measure and round.
create or replace view result_of_round as
select p.*
from progress p
qualify p.version = max(p.version) over (partition by p.measure_id, p.round_months);
