-- One row per change of a result or its evidence since a change, of an agency's year, the newest first; ahead of them what is stored now.
select null as change_id, 'progress' as table_name, json_object('progress_id', p.progress_id) as row_key, null as old_row,
    to_json(p) as new_row, null as audit_id
from progress p
join measure m using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
union all
select null, 'evidence', json_object('progress_id', e.progress_id, 'evidence_no', e.evidence_no), null, to_json(e), null
from evidence e
join progress p using (progress_id)
join measure m using (measure_id)
where m.agency_code = $agency_code and m.fiscal_year_be = $fiscal_year_be
union all
select change_id, table_name, row_key, old_row, new_row, audit_id
from audit
where table_name in ('progress', 'evidence') and change_id >= $change_id
    and agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by audit_id desc nulls first, table_name, row_key;
