-- One row per decision about a finding that is of no known kind, dismisses without a reason, or is about another agency's measure.
select d.agency_code, d.fiscal_year_be, d.finding_key
from finding_decision d
left join measure m using (measure_id)
where d.decision not in ('accepted', 'dismissed')
    or (d.decision = 'dismissed' and trim(d.reason) = '')
    or m.agency_code <> d.agency_code;
