-- One row: the stored total of an agency in a fiscal year, if there is one.
select score, source from score
where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be and level = 'total';
