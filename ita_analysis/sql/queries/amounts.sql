-- One row: how many agencies, reports, measures, results of measures and scores are stored.
select
    (select count(*) from agency) as agency,
    (select count(*) from report) as report,
    (select count(*) from measure) as measure,
    (select count(*) from progress) as progress,
    (select count(*) from score) as score;
