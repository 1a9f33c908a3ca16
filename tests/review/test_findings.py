"""Findings as a person reads them: title, mend and place in words; and no report that breaks the rules."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from typing import TypeVar, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.records import Agency, Finding, Measure, Place, Report, Severity
from ita_analysis.review import ALL_RULES, review
from ita_analysis.texts import catalogue
from ita_analysis.thai.text import has_thai, key
from tests.review.cases import TRIPS, Case, found_by
from tests.review.reports import (
    DISCRETION,
    EMPTY,
    PUBLISHING,
    measure,
    report,
    row,
    signed,
    spelled,
    weakness,
)

Part = TypeVar("Part")
LAWS = settings(max_examples=120)

TITLES = [PUBLISHING, DISCRETION, "ประกาศเจตจำนง", "มาตรการ {เดิม}", "", "ก"]
SAID = st.sampled_from(
    [
        "",
        "รายงานผลรอบ ๓ เดือน",
        "7 มกราคม 2563",
        "และกำหนด",
        "(ค้าง",
        "{braces}",
        "ประชาชนพอใจ",
        PUBLISHING,
        "<b>ตัวหนา</b>",
    ]
)
PERIODS = st.sampled_from([None, "ปีงบประมาณ 2564", "ตุลาคม 2562 - มีนาคม 2563", "ไม่ระบุ"])
NUMBERS = st.integers(1, 10)
ROUNDS = st.lists(st.sampled_from([3, 6, 9, 12]), max_size=3, unique=True).map(tuple)

MEASURES = st.builds(
    lambda title, answers, rounds, text: replace(
        measure(title, answers=tuple(answers), rounds=rounds), guidelines=(text,), steps=(text, text)
    ),
    st.sampled_from(TITLES),
    st.lists(NUMBERS, max_size=3),
    ROUNDS,
    SAID,
)
ROWS = st.builds(
    lambda title, period, texts: row(
        title, period=period, **dict(zip(("detail", "output", "outcome"), texts, strict=True))
    ),
    st.sampled_from(TITLES),
    PERIODS,
    st.tuples(SAID, SAID, SAID),
)
WEAKNESSES = st.builds(weakness, NUMBERS, st.sampled_from(["urgent", "develop"]))
SIGNATORIES = st.builds(signed, st.sampled_from(["ผู้จัดทำ", "ผู้อนุมัติ", ""]), st.sampled_from([None, "นายมี สุข"]))


def some(strategy: st.SearchStrategy[Part]) -> st.SearchStrategy[tuple[Part, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


REPORTS = st.builds(
    lambda months, parts, measures: replace(report(measures=tuple(measures), **parts), round_months=months),
    st.sampled_from([None, 3, 6, 12]),
    st.fixed_dictionaries(
        {
            "rows": some(ROWS),
            "weaknesses": some(WEAKNESSES),
            "signatories": some(SIGNATORIES),
            "spellings": st.lists(st.sampled_from(["เทศบาลตำบลทุ่งดี", "เทศบาลทุ่งดี", "{x}"])).map(
                lambda names: spelled(*names)
            ),
        }
    ),
    st.lists(MEASURES, max_size=4, unique_by=lambda each: key(each.title)),
)


def counted(findings: tuple[Finding, ...]) -> Counter[tuple[object, ...]]:
    return Counter(
        (each.rule, each.severity, each.place, each.quote, *sorted(each.values.items())) for each in findings
    )


def reordered(original: Report, seed: int) -> Report:
    measures: list[Measure] = list(original.measures)
    random.Random(seed).shuffle(measures)
    return replace(original, measures=tuple(measures))


@pytest.mark.parametrize("rule", ALL_RULES)
def test_every_rule_has_a_title_and_a_mend_in_the_catalogue(rule: str) -> None:
    assert has_thai(catalogue()[f"finding.{rule}.title"])
    assert has_thai(catalogue()[f"finding.{rule}.fix"])


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_every_finding_says_what_where_and_how_to_mend_it(case: Case) -> None:
    for finding in found_by(case):
        assert finding.severity in get_args(Severity)
        assert has_thai(finding.title)
        assert has_thai(finding.fix)
        assert has_thai(str(finding.place))
        assert not re.search(r"[{}]|None", finding.title + finding.fix)


@pytest.mark.parametrize("case", TRIPS, ids=str)
def test_a_mend_names_every_value_its_rule_gives_or_the_measure_it_is_about(case: Case) -> None:
    for finding in found_by(case):
        said = finding.title + finding.fix
        unsaid = {name for name, value in finding.values.items() if value not in said}
        assert unsaid <= {"measure"}


@LAWS
@given(REPORTS)
def test_no_report_breaks_the_rules_or_their_sentences(any_report: Report) -> None:
    for finding in review(any_report):
        assert finding.title
        assert finding.fix
        assert str(finding.place)


@pytest.mark.parametrize(
    "bare",
    [
        Report(Agency(""), 2564, None, None),
        replace(EMPTY, round_months=None, measures=(Measure(""),)),
        replace(EMPTY, measures=(Measure("ก"),), weaknesses=(weakness(1),), signatories=(signed("", None),)),
    ],
)
def test_a_report_that_says_next_to_nothing_is_reviewed_too(bare: Report) -> None:
    assert all(finding.title and finding.fix for finding in review(bare))


@LAWS
@given(REPORTS, st.integers(0, 100))
def test_findings_do_not_depend_on_the_order_of_measures(any_report: Report, seed: int) -> None:
    assert counted(review(any_report)) == counted(review(reordered(any_report, seed)))


def test_a_measure_planned_twice_has_the_rounds_of_both_plans_in_either_order() -> None:
    twice = (measure(rounds=(3, 6)), measure(rounds=(6, 12)))
    rows = (row(output="สรุปผล รอบ ๓ เดือน"),)
    one, other = (review(report(measures=order, rows=rows)) for order in (twice, twice[::-1]))
    assert counted(one) == counted(other)


@pytest.mark.parametrize("year", framework.fiscal_years())
def test_a_mend_names_no_item_that_the_fiscal_year_does_not_have(year: int) -> None:
    rules = framework.load(year)
    for case in TRIPS:
        for finding in found_by(replace(case, report=replace(case.report, fiscal_year_be=year))):
            assert set(re.findall(r"O\d+", finding.title + finding.fix)) <= {
                rules.plan_item,
                rules.report_item,
            }


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), "ทั้งเอกสาร"),
        (Place(line=12), "บรรทัด 12"),
        (Place(paragraph=3), "ย่อหน้าที่ 3"),
        (Place(line=9, table=2, row=4, column="ผลผลิต"), "ตารางที่ 2 แถวที่ 4 คอลัมน์ ผลผลิต บรรทัด 9"),
        (Place(table=1, row=2).in_column("มาตรการ"), "ตารางที่ 1 แถวที่ 2 คอลัมน์ มาตรการ"),
    ],
)
def test_a_place_in_words_goes_from_the_large_to_the_small(place: Place, words: str) -> None:
    assert str(place) == words
