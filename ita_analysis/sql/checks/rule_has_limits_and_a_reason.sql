-- Changes of the rule of weakness without a reason, or whose limits do not rise from above 0 to at most 100; all null is the default.
select change_id
from weakness_rule_change
where trim(reason) = ''
    or not coalesce(
        0 < urgent_below and urgent_below < develop_below and develop_below < good_below and good_below <= 100,
        urgent_below is null and develop_below is null and good_below is null
    );
