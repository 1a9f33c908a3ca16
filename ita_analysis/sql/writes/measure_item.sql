-- Adds rows to measure_item.
insert into measure_item (measure_id, item_code, reason)
select unnest($measure_id), unnest($item_code), unnest($reason);
