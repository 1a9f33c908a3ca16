"""What a report says of its measures, by measure: guidelines and findings; and which reports there are of a year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.intake.record_folder import KeptRecord
from ita_analysis.paths import DATA
from ita_analysis.people import DESK
from ita_analysis.queries.agencies import reports
from ita_analysis.queries.findings import findings
from ita_analysis.queries.measures import guidelines, measures
from ita_analysis.records import Finding, Measure, Place, Report
from ita_analysis.store.reports import store_report
from tests.store.files import rows
from tests.store.invented import NEWS, WATER, agency, measure, report, result, small_report, store

_numbers = count(1)
AGENCY, YEAR = "khao-saming", 2564
titles = st.lists(st.sampled_from(["มาตรการหนึ่ง", "มาตรการสอง", "มาตรการสาม"]), unique=True, min_size=1)
words = st.lists(st.sampled_from(["ก", "ข", "ค", "ก ข"]), max_size=4)


def test_the_guidelines_of_the_record_are_those_of_its_table(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    lines = (DATA / "khao-saming" / "guidelines.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    found = guidelines(shipped_alone, AGENCY, YEAR)
    assert len(found) == len(lines) > 0
    assert list(found["measure_no"]) == sorted(found["measure_no"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=titles, lists=st.lists(words, min_size=3, max_size=3))
def test_each_measure_has_its_guidelines_in_the_order_of_the_plan(
    chosen: list[str], lists: list[list[str]], framework_alone: duckdb.DuckDBPyConnection
) -> None:
    made = [Measure(title, tuple(own), ("ขั้น",)) for title, own in zip(chosen, lists, strict=False)]
    code = store(framework_alone, report(agency(next(_numbers)), measures=made)).agency_code
    found = guidelines(framework_alone, code, YEAR)
    own = {int(no): list(group["words"]) for no, group in found.groupby("measure_no")}
    assert own == {no: list(each.guidelines) for no, each in enumerate(made, 1) if each.guidelines}
    for _, group in found.groupby("measure_no"):
        assert list(group["guideline_no"]) == list(range(1, len(group) + 1))
    counted = measures(framework_alone, code, YEAR)["guideline_count"]
    assert list(counted) == [len(each.guidelines) for each in made]


def test_guidelines_of_another_agency_or_year_are_not_among_them(framework_alone: duckdb.DuckDBPyConnection) -> None:
    one, other = (agency(next(_numbers)) for _ in range(2))
    code = store(framework_alone, report(one, measures=[Measure(WATER, ("ของหนึ่ง",))])).agency_code
    store(framework_alone, report(one, year=2565, measures=[Measure(WATER, ("ของปีหน้า",))]))
    store(framework_alone, report(other, measures=[Measure(WATER, ("ของอีกแห่ง",))]))
    assert list(guidelines(framework_alone, code, YEAR)["words"]) == ["ของหนึ่ง"]
    assert list(guidelines(framework_alone, code, 2565)["words"]) == ["ของปีหน้า"]


def test_a_finding_of_the_record_names_the_measure_it_is_about(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    """Where a rule wrote the measure's title, the number is that measure's; what is about no measure has none."""
    found = findings(shipped_alone, AGENCY, YEAR)
    known = measures(shipped_alone, AGENCY, YEAR)
    numbers = dict(zip(known["title"], known["measure_no"], strict=True))
    named = {row.finding_no: json.loads(row.sentence_values).get("measure") for row in found.itertuples()}
    assert any(named.values())
    for row in found.itertuples():
        if named[row.finding_no]:
            assert row.measure_no == numbers[named[row.finding_no]]
        elif row.rule in {"missing_approver", "agency_spelled_two_ways", "weak_indicator_without_measure"}:
            assert pd.isna(row.measure_no), "it is about no measure"


def _numbered(opened: duckdb.DuckDBPyConnection, *found: Finding) -> list[int | None]:
    """Store two measures and their results, each in a row of its own, and findings; return the measures' numbers."""
    made = [Measure(WATER, place=Place(table=1, row=2)), Measure(NEWS, place=Place(table=1, row=3))]
    told = [result(WATER, place=Place(table=3, row=2)), result(NEWS, place=Place(table=3, row=3))]  # type: ignore[arg-type]
    shown = report(agency(next(_numbers)), measures=made, progress=told)
    stored = store_report(opened, _kept(shown, found, f"fingerprint {next(_numbers)}"), who=DESK)
    kept = findings(opened, stored.agency_code, YEAR).sort_values("finding_no")["measure_no"]
    return [None if pd.isna(no) else int(no) for no in kept]


def _finding(place: Place, **values: str) -> Finding:
    return Finding("output_repeats_title", "medium", place, "ก", values)


@pytest.mark.parametrize(
    ("place", "values", "expected"),
    [
        (Place(table=1, row=2), {}, 1),
        (Place(table=1, row=3, column="มาตรการ"), {}, 2),
        (Place(table=3, row=3, column="ผลผลิต"), {}, 2),
        (Place(table=3, row=3), {"measure": WATER}, 2),
        (Place(line=7), {"measure": NEWS}, 2),
        (Place(line=7), {"measure": "มาตรการที่ไม่มี"}, None),
        (Place(table=2, row=2), {}, None),
        (Place(table=1, row=9), {}, None),
        (Place(line=2), {}, None),
        (Place(), {}, None),
    ],
)
def test_a_finding_belongs_to_the_measure_whose_row_it_points_at_else_to_the_one_it_names(
    place: Place, values: dict[str, str], expected: int | None, framework_alone: duckdb.DuckDBPyConnection
) -> None:
    assert _numbered(framework_alone, _finding(place, **values)) == [expected]


def test_a_row_of_one_report_is_not_that_of_another(framework_alone: duckdb.DuckDBPyConnection) -> None:
    """Both reports have a table 1 with a row 2; in the second one it is another measure's result."""
    who = agency(next(_numbers))
    first = report(
        who, measures=[Measure(WATER, place=Place(table=1, row=2)), Measure(NEWS, place=Place(table=1, row=3))]
    )
    code = store(framework_alone, first).agency_code
    told = [result(NEWS, place=Place(table=1, row=2))]  # type: ignore[arg-type]
    later = report(who, months=12, measures=[measure(WATER), measure(NEWS)], progress=told)
    store_report(framework_alone, _kept(later, [_finding(Place(table=1, row=2))], "the later one"), who=DESK)
    found = findings(framework_alone, code, YEAR)
    assert list(found[found["round_months"] == 12]["measure_no"]) == [2]


def test_reports_of_a_year_are_told_the_latest_first(framework_alone: duckdb.DuckDBPyConnection) -> None:
    who = agency(next(_numbers))
    code = store(framework_alone, small_report(who), "หกเดือน.docx").agency_code
    store(framework_alone, small_report(who, months=12), "สิบสองเดือน.docx")
    store(framework_alone, small_report(agency(next(_numbers))), "ของอีกแห่ง.docx")
    store(framework_alone, small_report(who, year=2565), "ปีหน้า.docx")
    found = reports(framework_alone, code, YEAR)
    assert list(found["file_name"]) == ["สิบสองเดือน.docx", "หกเดือน.docx"]
    assert list(found["round_months"]) == [12, 6]
    assert found["imported_at"].notna().all()
    numbers = rows(framework_alone, "select report_id from report where agency_code = $1", code)
    assert set(found["report_id"]) < {number for (number,) in numbers}


def test_the_report_of_the_record_says_when_it_was_written(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    (found,) = reports(shipped_alone, AGENCY, YEAR).itertuples()
    assert found.round_months == 6
    assert found.written_in.year == 2021


def _kept(shown: Report, found: Sequence[Finding], fingerprint: str) -> KeptRecord:
    return KeptRecord("", "ก.docx", fingerprint, shown, tuple(found), ())
