-- Empties the tables of the framework packs and published results, before they are filled anew.
delete from framework_instrument;
delete from framework_indicator;
delete from framework_item;
delete from framework_band;
delete from framework_criterion;
delete from published_province_mean;
delete from published_aggregate;
delete from agency_type;
