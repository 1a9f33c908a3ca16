-- Tells the kind of every agency by its name, after the table of kinds has been filled anew.
update agency set type_code = (
    select t.type_code from agency_type t
    where starts_with(agency.name_th, t.prefix_th)
    order by length(t.prefix_th) desc
    limit 1
);
