-- One row per change that is taken back, with the change that took it back. Taking that one back makes the first one hold again.
create or replace view undone_change as
with recursive undoing as (
    select undoes as change_id, max(change_id) as undone_by from audit where undoes is not null group by undoes
),
chain as (
    select change_id, undone_by, undone_by as latest, 1 as length from undoing
    union all
    select chain.change_id, chain.undone_by, undoing.undone_by, chain.length + 1
    from chain
    join undoing on undoing.change_id = chain.latest
)
select change_id, any_value(undone_by) as undone_by from chain group by change_id having max(length) % 2 = 1;
