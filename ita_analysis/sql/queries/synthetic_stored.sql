-- One row: how much of what is stored is synthetic: agencies, of which the demo agency; results (agencies and years); scores.
select
    (select count(*) from agency where is_synthetic) as agency_count,
    (select count(*) from agency where is_synthetic and agency_code = $demo_code) as demo_count,
    (select count(*) from result semi join agency a on a.agency_code = result.agency_code and a.is_synthetic) as result_count,
    (select coalesce(sum(score_count), 0) from score_source where kind = 'demo')::bigint as score_count;
