-- One row per guideline, step or round of the measures of an agency's year; a round has its months as number and no words.
with of_year as (
    select measure_id from measure where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
)
select measure_id, 'guideline' as kind, guideline_no as line_no, words from measure_guideline semi join of_year using (measure_id)
union all
select measure_id, 'step', step_no, words from measure_step semi join of_year using (measure_id)
union all
select measure_id, 'round', round_months, null from measure_round semi join of_year using (measure_id)
order by measure_id, kind, line_no;
