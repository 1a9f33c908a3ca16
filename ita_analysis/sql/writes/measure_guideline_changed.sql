-- Puts other words in the place of those of one row of measure_guideline.
update measure_guideline set words = $words where measure_id = $measure_id and guideline_no = $guideline_no;
