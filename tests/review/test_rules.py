"""Each rule of review: what it must find, what it must leave alone, and that no rule is without both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_analysis.records import Place
from ita_analysis.review import ALL_RULES, RULES, review
from ita_analysis.review.dates import in_buddhist_era
from tests.review.cases import PASSES, TRIPS, Case, found_by
from tests.review.reports import AGENCY, DISCRETION, EMPTY, measure, report, row, signed, spelled, weakness


def test_every_rule_has_a_report_that_trips_it_and_one_that_does_not() -> None:
    assert {case.rule for case in TRIPS} == {case.rule for case in PASSES} == set(ALL_RULES)


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_rule_finds(case: Case) -> None:
    found = found_by(case)
    assert [finding.rule for finding in found] == [case.rule] * len(case.quotes)
    assert tuple(finding.quote for finding in found) == case.quotes


@pytest.mark.parametrize("case", PASSES, ids=str)
def test_rule_leaves_alone(case: Case) -> None:
    assert found_by(case) == []


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_review_asks_every_rule_in_order(case: Case) -> None:
    found = [finding.rule for finding in review(case.report, case.beside)]
    assert case.rule in found
    assert found == sorted(found, key=ALL_RULES.index)


def test_a_report_without_defects_has_no_findings() -> None:
    planned = (measure(answers=(7,), rounds=(6, 12)), measure(DISCRETION, answers=(8,), rounds=(6, 12)))
    sound = report(
        measures=tuple(replace(each, responsible="สำนักปลัด") for each in planned),
        rows=tuple(
            row(
                title,
                detail="จัดทำและเผยแพร่เมื่อวันที่ ๗ มกราคม ๒๕๖๔",
                period="ตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔",
                output="ประกาศ ๑ ฉบับ ในรอบ ๖ เดือน",
                outcome="ประชาชนเข้าถึงข้อมูลได้สะดวกขึ้น",
            )
            for title in (measure().title, DISCRETION)
        ),
        weaknesses=(weakness(7, "urgent"), weakness(8)),
        signatories=(signed("ผู้จัดทำ"), signed("ผู้อนุมัติ")),
        spellings=spelled(AGENCY.name),
    )
    assert review(sound) == ()


def test_an_empty_report_only_lacks_its_approver() -> None:
    assert [finding.rule for finding in review(EMPTY)] == ["missing_approver"]


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        ({"detail": "7 มกราคม 2563"}, "รายละเอียด"),
        ({"detail": "เผยแพร่แล้ว", "outcome": "7 มกราคม 2563"}, "ผลลัพธ์"),
        ({"detail": "เผยแพร่แล้ว", "note": "7 มกราคม 2563"}, "หมายเหตุ"),
    ],
)
def test_a_date_is_found_in_the_cell_that_states_it(texts: dict[str, str], column: str) -> None:
    (finding,) = RULES["date_outside_round"](report(rows=(row(**texts),)))
    assert finding.place == Place(table=2, row=3, column=column)


def test_the_approver_is_missed_beside_the_last_who_signs() -> None:
    people = (signed("ผู้จัดทำ"), signed("ผู้ตรวจสอบ", "นายมี สุข"))
    (finding,) = RULES["missing_approver"](report(signatories=people))
    assert finding.quote == "ผู้จัดทำ นางสาวดี งามตา, ผู้ตรวจสอบ นายมี สุข"
    assert finding.place == Place(paragraph=40)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("ประชุม 7 มกราคม 2021\nและ ค.ศ. ๒๐๒๐", "ประชุม 7 มกราคม 2564\nและ พ.ศ. ๒๕๖๓"),
        ("คริสต์ศักราช 2021 กับ 7/1/2021", "พุทธศักราช 2564 กับ 7/1/2564"),
        ("๓ ฉบับ ปี 2021", "๓ ฉบับ ปี 2564"),
        ("เลขที่ 2021 แจก 2,021 ชุด ปี 2564", "เลขที่ 2021 แจก 2,021 ชุด ปี 2564"),
    ],
)
def test_years_of_the_common_era_are_rewritten_and_nothing_else(text: str, mended: str) -> None:
    assert in_buddhist_era(text) == mended
    assert in_buddhist_era(mended) == mended
