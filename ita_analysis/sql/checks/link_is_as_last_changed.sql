-- Links that are not what their analyst's last change left behind.
with latest as (
    select measure_id, indicator_no, action, reason
    from link_change
    qualify row_number() over (partition by measure_id, indicator_no order by change_id desc) = 1
)
select latest.measure_id, latest.indicator_no
from latest
left join measure_indicator mi on mi.measure_id = latest.measure_id and mi.indicator_no = latest.indicator_no
where case
    when latest.action = 'removed' then mi.measure_id is not null
    else mi.basis is distinct from 'analyst' or mi.reason is distinct from latest.reason
end;
