-- One row per agency with a score of a sheet.
select distinct agency_code from score where source_id = $source_id order by agency_code;
