"""A stored round and the paper that is written of it are found to have the same parts, and the same signers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ita_analysis.completeness import Completeness, completeness
from ita_analysis.intake.preview import Preview, preview_file
from ita_analysis.people import DESK
from ita_analysis.publishing.files import Kind, made
from ita_analysis.publishing.gathered import gathered
from ita_analysis.records import Finding, Report, Signatory
from ita_analysis.store.checking import Checked, checked
from ita_analysis.store.rounds import Round, approve, submit
from tests.store.entered import APPROVAL, SIGNATURE
from tests.store.invented import measure, report, result, store, store_scores

CODE, YEAR, DAY = "khao-saming", 2564, date(2026, 11, 26)
AUTHOR = Signatory("ผู้จัดทำ", "นางสาวสมมุติ ใจดี", "นิติกร")
APPROVER = Signatory("ผู้อนุมัติ", "นายตัวอย่าง มั่นคง", "นายก")


def test_the_shipped_round_is_as_complete_as_its_paper(shipped: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    stored, paper = _stored(shipped, CODE), _paper(shipped, CODE, 6, tmp_path)
    assert _parts(stored.completeness) == _parts(completeness(paper.report))
    assert _unapproved(each.finding for each in stored.findings) == _unapproved(paper.findings)
    assert len(_unapproved(paper.findings)) == 1


def test_a_year_in_which_nothing_is_weak_is_as_complete_as_its_paper(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    told = report(weak=[], measures=[measure(answers=[7])], progress=[result()])
    code = store(empty, told).agency_code
    store_scores(empty, code, YEAR - 1, {str(no): 90.0 for no in range(1, 11)})
    stored = _stored(empty, code).completeness
    assert _parts(stored) == _parts(completeness(_paper(empty, code, 6, tmp_path).report))
    assert {_parts(stored)[code] for code in ("prior_year_result", "analysis_into_practice")} == {"found"}


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_shipped_round_that_was_signed_is_so_on_its_paper(
    state: str, shipped: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    submit(shipped, Round(CODE, YEAR, 6), SIGNATURE, who=DESK)
    if state == "approved":
        approve(shipped, Round(CODE, YEAR, 6), APPROVAL, who=DESK)
    told = _unapproved(each.finding for each in _stored(shipped, CODE).findings)
    assert told == _unapproved(_paper(shipped, CODE, 6, tmp_path).findings)
    assert len(told) == (state == "submitted")


@pytest.mark.parametrize(
    ("of_six", "of_twelve"),
    [
        ((AUTHOR, APPROVER), (AUTHOR,)),
        ((AUTHOR,), (AUTHOR, APPROVER)),
        ((AUTHOR,), ()),
        ((APPROVER,), (APPROVER,)),
    ],
)
def test_each_round_is_approved_by_who_signs_its_own_paper(
    of_six: tuple[Signatory, ...], of_twelve: tuple[Signatory, ...], empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    signers = {6: of_six, 12: of_twelve}
    for months, people in signers.items():
        code = store(empty, _report(months, people), f"{months}.docx").agency_code
    found = [each for each in _stored(empty, code).findings if each.finding.rule == "missing_approver"]
    assert [each.finding.values["of_round"] for each in found] == [
        str(months) for months, people in signers.items() if APPROVER not in people
    ]
    assert all(f"รอบ {each.finding.values['of_round']} เดือน" in each.finding.title for each in found)
    assert len({each.key for each in found}) == len(found), "one decision is not about both papers"
    for months in signers:
        told = [each.finding for each in found if each.finding.values["of_round"] == str(months)]
        assert _unapproved(told) == _unapproved(_paper(empty, code, months, tmp_path).findings)


def test_of_two_reports_on_a_round_the_latest_is_signed(empty: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    store(empty, _report(6, (AUTHOR, APPROVER)), "6.docx")
    code = store(empty, _report(6, (AUTHOR,)), "again.docx").agency_code
    found = _unapproved(each.finding for each in _stored(empty, code).findings)
    assert found == _unapproved(_paper(empty, code, 6, tmp_path).findings)
    assert len(found) == 1


def _report(months: int, people: tuple[Signatory, ...]) -> Report:
    told = report(measures=[measure()], progress=[result(detail=f"รอบ {months} เดือน")], months=months)
    return replace(told, signatories=people)


def _stored(opened: duckdb.DuckDBPyConnection, code: str) -> Checked:
    found = checked(opened.cursor(), code, YEAR)
    assert found
    return found


def _paper(opened: duckdb.DuckDBPyConnection, code: str, months: int, folder: Path) -> Preview:
    """Return the paper of a round as it is written, read back."""
    of = gathered(opened, code, YEAR, months, DAY)
    assert of
    file = folder / f"รายงาน {months}.docx"
    file.write_bytes(made(of, Kind("result", "docx")).content)
    return preview_file(file)


def _parts(found: Completeness) -> dict[str, str]:
    return {part.criterion.code: part.state for part in found.parts}


def _unapproved(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(each.title, each.quote) for each in findings if each.rule == "missing_approver"]
