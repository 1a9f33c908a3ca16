-- Takes away the row of round that the history names, unless it is in use: not open any more, or named by a plan or a result.
delete from round
where agency_code = ($row_key::json->>'agency_code') and fiscal_year_be = ($row_key::json->>'fiscal_year_be')::integer
    and round_months = ($row_key::json->>'round_months')::integer and state = 'open'
    and not exists (
        from (select measure_id, round_months from measure_round union all select measure_id, round_months from progress) named
        join measure m using (measure_id)
        where m.agency_code = round.agency_code and m.fiscal_year_be = round.fiscal_year_be
            and named.round_months = round.round_months
    );
