-- Takes away every synthetic agency with all that hangs on it, in every table; real records stay as they are.
delete from evidence where progress_id in (
    select progress_id from progress where measure_id in (from synthetic_measure)
);
delete from progress where measure_id in (from synthetic_measure);
delete from step_progress where measure_id in (from synthetic_measure);
delete from link_change where measure_id in (from synthetic_measure);
delete from measure_indicator where measure_id in (from synthetic_measure);
delete from measure_item where measure_id in (from synthetic_measure);
delete from measure_round where measure_id in (from synthetic_measure);
delete from measure_step where measure_id in (from synthetic_measure);
delete from measure_guideline where measure_id in (from synthetic_measure);
delete from measure where agency_code in (select agency_code from agency where is_synthetic);
delete from weakness where report_id in (from synthetic_report);
delete from analysis_sentence where report_id in (from synthetic_report);
delete from signatory where report_id in (from synthetic_report);
delete from finding where report_id in (from synthetic_report);
delete from unread where report_id in (from synthetic_report);
delete from report where agency_code in (select agency_code from agency where is_synthetic);
delete from own_score where survey_id in (
    select survey_id from own_survey where agency_code in (select agency_code from agency where is_synthetic)
);
delete from own_survey where agency_code in (select agency_code from agency where is_synthetic);
delete from round where agency_code in (select agency_code from agency where is_synthetic);
delete from result where agency_code in (select agency_code from agency where is_synthetic);
-- A source goes with the invented scores it gave, unless it gave a real agency's as well.
delete from score_source where kind = 'demo' or source_id in (
    select source_id
    from (select agency_code, source_id from score union all select agency_code, source_id from score_replaced)
    where source_id is not null
    group by source_id
    having bool_and(agency_code in (select agency_code from agency where is_synthetic))
);
delete from score_column where source_id not in (select source_id from score_source);
delete from score where agency_code in (select agency_code from agency where is_synthetic);
delete from score_replaced where agency_code in (select agency_code from agency where is_synthetic);
delete from finding_decision where agency_code in (select agency_code from agency where is_synthetic);
delete from agency_site where agency_code in (select agency_code from agency where is_synthetic);
-- Invented data leave no history behind: neither that of their agencies, nor that of the sources that go here.
delete from audit where table_name <> 'person' and agency_code in (select agency_code from agency where is_synthetic)
    or (table_name = 'score_source' and row_key in (
        select row_key
        from audit
        where table_name = 'score_source' and new_row is null and change_id = (select version + 1 from data_version)
    ));
delete from agency where is_synthetic;
