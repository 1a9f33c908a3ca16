"""What a report says of its measures, by measure: its guidelines; and which reports there are of a year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.intake.record_folder import KeptRecord
from ita_analysis.paths import DATA
from ita_analysis.queries.agencies import reports
from ita_analysis.queries.measures import guidelines, measures
from ita_analysis.records import Finding, Measure, Report
from tests.store.files import rows
from tests.store.invented import WATER, agency, report, small_report, store

_numbers = count(1)
AGENCY, YEAR = "khao-saming", 2564
titles = st.lists(st.sampled_from(["มาตรการหนึ่ง", "มาตรการสอง", "มาตรการสาม"]), unique=True, min_size=1)
words = st.lists(st.sampled_from(["ก", "ข", "ค", "ก ข"]), max_size=4)


def test_the_guidelines_of_the_record_are_those_of_its_table(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    lines = (DATA / "khao-saming" / "guidelines.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    found = guidelines(shipped_alone, AGENCY, YEAR)
    assert len(found) == len(lines) > 0
    assert list(found["measure_no"]) == sorted(found["measure_no"])


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
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
