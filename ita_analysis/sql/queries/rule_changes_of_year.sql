-- One row per change of the rule of weakness of an assessed fiscal year, the newest first; limits are null where it went back to the default.
select change_id, cast(urgent_below as varchar) as urgent_below, cast(develop_below as varchar) as develop_below,
    cast(good_below as varchar) as good_below, reason, changed_at
from weakness_rule_change
where fiscal_year_be = $fiscal_year_be
order by change_id desc;
