-- Items of measures that no year's framework has. Which year lends its items may change; a code that was once right stays.
select measure_id, item_code from measure_item where item_code not in (select item_code from framework_item);
