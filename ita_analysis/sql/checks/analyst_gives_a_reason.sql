-- Links on an analyst's word that give no reason.
select measure_id, indicator_no from measure_indicator where basis = 'analyst' and trim(reason) = '';
