-- One row per finding of an agency's year that somebody accepted or dismissed.
select finding_key, decision, reason, decided_at, rule, quote
from finding_decision
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
order by finding_key;
