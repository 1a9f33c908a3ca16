-- Takes away what was chosen for one heading.
delete from heading_choice where heading_key = $heading_key;
