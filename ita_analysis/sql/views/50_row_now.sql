-- One row per row of the tables that plans and results are kept in, as it is now: its key and itself as JSON, as the history has them.
create or replace view row_now as
select 'measure' as table_name, json_object('measure_id', now.measure_id)::varchar as row_key, to_json(now)::varchar as row_json,
    now.agency_code, now.fiscal_year_be, now.measure_id
from measure now
union all
select 'measure_guideline', json_object('measure_id', now.measure_id, 'guideline_no', now.guideline_no), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from measure_guideline now left join measure m on m.measure_id = now.measure_id
union all
select 'measure_step', json_object('measure_id', now.measure_id, 'step_no', now.step_no), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from measure_step now left join measure m on m.measure_id = now.measure_id
union all
select 'measure_round', json_object('measure_id', now.measure_id, 'round_months', now.round_months), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from measure_round now left join measure m on m.measure_id = now.measure_id
union all
select 'measure_indicator', json_object('measure_id', now.measure_id, 'indicator_no', now.indicator_no), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from measure_indicator now left join measure m on m.measure_id = now.measure_id
union all
select 'measure_item', json_object('measure_id', now.measure_id, 'item_code', now.item_code), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from measure_item now left join measure m on m.measure_id = now.measure_id
union all
select 'link_change', json_object('change_id', now.change_id), to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from link_change now left join measure m on m.measure_id = now.measure_id
union all
select 'progress', json_object('progress_id', now.progress_id), to_json(now), m.agency_code, m.fiscal_year_be, now.measure_id
from progress now left join measure m on m.measure_id = now.measure_id
union all
select 'evidence', json_object('progress_id', now.progress_id, 'evidence_no', now.evidence_no), to_json(now),
    m.agency_code, m.fiscal_year_be, p.measure_id
from evidence now left join progress p on p.progress_id = now.progress_id left join measure m on m.measure_id = p.measure_id
union all
select 'step_progress', json_object('measure_id', now.measure_id, 'step_no', now.step_no, 'round_months', now.round_months), to_json(now),
    m.agency_code, m.fiscal_year_be, now.measure_id
from step_progress now left join measure m on m.measure_id = now.measure_id
union all
select 'round', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'round_months', now.round_months),
    to_json(now), now.agency_code, now.fiscal_year_be, null
from round now
union all
select 'agency_site', json_object('agency_code', now.agency_code, 'host', now.host), to_json(now), now.agency_code, null, null
from agency_site now
union all
select 'finding_decision', json_object('agency_code', now.agency_code, 'fiscal_year_be', now.fiscal_year_be, 'finding_key', now.finding_key),
    to_json(now), now.agency_code, now.fiscal_year_be, now.measure_id
from finding_decision now;
