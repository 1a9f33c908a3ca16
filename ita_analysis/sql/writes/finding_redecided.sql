-- Changes the decision about a finding.
update finding_decision
set decision = $decision, reason = $reason, decided_at = localtimestamp
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and finding_key = $finding_key;
