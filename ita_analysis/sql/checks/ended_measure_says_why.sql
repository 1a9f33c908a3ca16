-- Measures that have ended without a reason, and reasons of measures that go on.
select measure_id from measure where (ended_on is null) <> (coalesce(trim(end_reason), '') = '');
