"""What was read from a score sheet, what stands against storing it, and what became of it."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from ita_analysis.records import Agency, Severity
from ita_analysis.results import SCORE_COLUMNS, InstrumentForm, Result, ScoreSheet, SheetFinding, SheetPlace
from ita_analysis.sentences import bringing
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say


def sheet(count: int = 1, findings: tuple[Severity, ...] = (), form: InstrumentForm | None = None) -> ScoreSheet:
    results = tuple(
        Result(Agency(f"เทศบาลตำบล {no}"), 2567, SheetPlace("ก", no + 2), Decimal(80), Decimal(80) + no)
        for no in range(count)
    )
    scores = pd.DataFrame([(no, "total", "total", 80.0, 2, 2) for no in range(count)], columns=list(SCORE_COLUMNS))
    found = tuple(SheetFinding("unknown_column", each, SheetPlace("ก", 1, 2)) for each in findings)
    return ScoreSheet("ก.xlsx", "ก", "f", results, scores, (), (), form, found)


def test_the_title_names_one_agency_and_counts_more() -> None:
    assert bringing.title(sheet()) == "เทศบาลตำบล 0 · ปีงบประมาณ พ.ศ. 2567"
    assert bringing.title(sheet(3)) == "3 หน่วยงาน · ปีงบประมาณ พ.ศ. 2567"
    assert bringing.title(sheet(0)) == say("bring_in.sheet.agencies.none")


@pytest.mark.parametrize("form", ["percent", "weighted"])
def test_the_facts_say_the_form_of_instruments(form: InstrumentForm) -> None:
    agencies, years, scores, findings = bringing.facts(sheet(2, ("low", "high"), form))
    assert (agencies.value, years.value, scores.value, findings.value) == ("2", "2567", "2", "2")
    assert scores.note == say(f"bring_in.sheet.form.{form}")
    assert (findings.note, findings.is_warning) == (say("bring_in.sheet.fact.grave", count=1), True)


def test_nothing_read_is_a_warning_and_a_missing_year_is_missing() -> None:
    agencies, years, scores, findings = bringing.facts(sheet(0))
    assert [each.is_warning for each in (agencies, years, scores, findings)] == [True, True, True, False]
    assert years.value == say("missing")


def test_grave_findings_come_first_and_forbid_storing() -> None:
    read = sheet(1, ("low", "high", "medium", "high"))
    assert [each.severity for each in bringing.ordered(read.findings)] == ["high", "high", "medium", "low"]
    assert bringing.refusal(read) == say("bring_in.sheet.grave.many", count=2)
    assert bringing.refusal(sheet(1, ("high",))) == say("bring_in.sheet.grave.one")
    assert bringing.refusal(sheet(1, ("medium", "low"))) == ""
    assert bringing.refusal(sheet(0)) == say("bring_in.sheet.nothing")


def test_totals_are_compared_and_counted() -> None:
    read = sheet(3)
    assert [bringing.difference(each) for each in read.results] == [None, Decimal(-1), Decimal(-2)]
    assert bringing.results_line(read) == say("bring_in.sheet.counts", count=3, printed=3, computed=3, different=2)


@pytest.mark.parametrize(
    ("printed", "computed", "is_other"), [("A", "A", False), ("A", "B", True), (None, "A", False), ("A", None, False)]
)
def test_another_level_is_told_where_both_are_known(printed: str | None, computed: str | None, is_other: bool) -> None:
    result = Result(Agency("ก"), 2564, grade_printed=printed, grade_computed=computed)
    assert bringing.is_other_grade(result) is is_other


def test_what_became_of_a_sheet_is_said() -> None:
    lines = list(bringing.stored_lines(StoredSheet(4, ("a",), is_new=True, replaced_count=7), sheet(3)))
    assert lines == [
        say("bring_in.sheet.stored", count=3, scores=3, number=4),
        say("scores.replaced.many", count=7),
    ]
