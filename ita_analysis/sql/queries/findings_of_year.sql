-- One row per finding about the reports of an agency's year, of each round's latest report, the gravest first; with the
-- measure that it is about: the one whose row the finding points at, else the one that it names.
with latest as (
    select report_id, round_months, file_name
    from report
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
    qualify row_number() over (partition by round_months order by report_id desc) = 1
),
own as (
    select measure_id, measure_no, title, report_id, place
    from measure
    where agency_code = $agency_code and fiscal_year_be = $fiscal_year_be
),
placed as (
    select report_id, json_extract_string(place, ['$.table', '$.row']) as cell, min(measure_no) as measure_no
    from (
        select measure_no, report_id, place from own
        union all
        select own.measure_no, p.report_id, p.place from progress p join own using (measure_id)
    )
    group by all
),
titled as (
    select title, min(measure_no) as measure_no from own group by title
)
select f.report_id, f.finding_no, f.rule, f.severity, f.place, f.quote, f.sentence_values, r.round_months, r.file_name,
    coalesce(placed.measure_no, titled.measure_no) as measure_no
from finding f
join latest r using (report_id)
left join placed on placed.report_id = f.report_id
    and placed.cell[1] = json_extract_string(f.place, '$.table') and placed.cell[2] = json_extract_string(f.place, '$.row')
left join titled on titled.title = json_extract_string(f.sentence_values, '$.measure')
order by r.report_id, case f.severity when 'high' then 1 when 'medium' then 2 else 3 end, f.finding_no;
