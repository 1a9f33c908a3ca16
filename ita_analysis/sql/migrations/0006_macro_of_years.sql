-- The rule of what an agency's year says stands once, in the macro years_of; the views that said it again go.

drop view if exists indicator_of_year;
drop view if exists lent_framework;
drop view if exists measure_round_state;
drop view if exists agency_year;
drop view if exists report_of_year;
