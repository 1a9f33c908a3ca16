-- Takes one row out of measure_guideline.
delete from measure_guideline where measure_id = $measure_id and guideline_no = $guideline_no;
