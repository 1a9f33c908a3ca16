-- One row per person who changed something of an agency's year, or ($agency_code null) of what belongs to no agency, with the name last used.
select a.who, coalesce(last(nullif(a.who_name, '') order by a.audit_id), any_value(nullif(p.name, ''))) as person_name
from audit a
left join person p on p.email = a.who
where a.who is not null and case
        when $agency_code is null then a.agency_code is null or a.table_name = 'person'
        else a.agency_code = $agency_code and coalesce(a.fiscal_year_be, $fiscal_year_be) = $fiscal_year_be
            and a.table_name <> 'person'
    end
group by a.who
order by person_name nulls last, a.who;
