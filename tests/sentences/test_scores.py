"""What the form of scores says: nothing typed, some missing, a total with one level, two, or none."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pytest

from ita_analysis.framework import load
from ita_analysis.intake.form import TOTAL, FormScores, Name, read_form
from ita_analysis.queries.stated import STATED_SCORES_COLUMNS
from ita_analysis.sentences.scores import facts, headline, result_lines, stored_line
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say
from tests.sentences.sound import sound


def form(texts: dict[Name, str], year: int = 2567) -> FormScores:
    return read_form(texts, {}, load(year))


def indicators(nos: Iterable[int], text: str = "90") -> dict[Name, str]:
    return {("indicator", str(no)): text for no in nos}


def test_an_empty_form_says_what_it_is_for() -> None:
    said = sound(headline(form({})))
    assert said.words == say("scores.headline.empty")


@pytest.mark.parametrize(
    ("there", "missing", "words"), [(range(2, 11), "1", "1 ตัวชี้วัด"), (range(4, 11), "1, 2, 3", "3 ตัวชี้วัด")]
)
def test_missing_indicators_are_counted_and_named(there: range, missing: str, words: str) -> None:
    said = sound(headline(form(indicators(there))))
    assert words in said.words
    assert f"ขาดตัวชี้วัดที่ {missing}" in said.standfirst


def test_a_total_stands_with_its_level() -> None:
    assert sound(headline(form(indicators(range(1, 11)), 2564))).words == "คะแนนรวม 90.00 ระดับ A"
    assert sound(headline(form(indicators(range(1, 11), "70")))).words == "คะแนนรวม 70.00 ระดับต้องปรับปรุง"


def test_where_parts_decide_the_level_both_are_named_and_what_is_needed() -> None:
    said = sound(headline(form(indicators(range(1, 11)))))
    assert "ผ่านดี" in said.words
    assert "EIT-1 และ EIT-2" in said.standfirst


def test_a_year_without_weights_says_so() -> None:
    assert sound(headline(form(indicators(range(1, 11)), 2569))).words == say("scores.weights_unknown")


def test_a_total_without_levels_is_a_total() -> None:
    texts: dict[Name, str] = {**indicators(range(1, 11)), TOTAL: "90.00"}
    assert "90.00" in sound(headline(form(texts, 2569))).words


def test_faults_and_a_stated_total_that_differs_are_said() -> None:
    texts: dict[Name, str] = {**indicators(range(1, 11)), ("item", "O1"): "x", TOTAL: "91.00"}
    said = sound(headline(form(texts, 2564)))
    assert "มี 1 ช่อง" in said.standfirst
    assert say("scores.difference", stated="91.00", computed="90.00") in said.standfirst


def test_the_facts_are_total_and_instruments_and_missing_is_said() -> None:
    shown = list(facts(form(indicators(range(1, 9)))))
    assert [each.label for each in shown] == [say("scores.fact.total"), "IIT", "EIT", "OIT"]
    assert [each.value for each in shown] == [say("missing"), "90.00", "90.00", say("missing")]
    assert [each.is_missing for each in shown] == [True, False, False, True]
    assert shown[3].note == "น้ำหนัก 40%"
    assert next(facts(form(indicators(range(1, 11)), 2564))).note == "ระดับ A"


def test_stored_scores_are_counted_by_their_source() -> None:
    at = pd.Timestamp(2026, 11, 25)
    rows = [("indicator", str(no), 80.0, "sheet", 1, "ก.xlsx", "แผ่น1", at, 2, no) for no in range(3)]
    rows += [("indicator", "9", 80.0, "hand", 2, "ฟอร์ม", None, at, None, None)]
    rows += [("indicator", "10", 80.0, "report", None, None, None, pd.NaT, None, None)]
    line = stored_line(pd.DataFrame(rows, columns=list(STATED_SCORES_COLUMNS)))
    assert "5 ค่า" in line
    assert "“ก.xlsx” บันทึกเมื่อ 25 พฤศจิกายน 2569 (3 ค่า)" in line
    assert say("scores.from.report", count=1) in line
    assert stored_line(pd.DataFrame(columns=list(STATED_SCORES_COLUMNS))) == say("scores.stored.none")


@pytest.mark.parametrize(("count", "form"), [(0, "none"), (1, "one"), (2, "many")])
def test_what_became_of_a_form_says_what_it_replaced(count: int, form: str) -> None:
    stored = StoredSheet(3, ("a1",), is_new=True, replaced_count=count)
    assert list(result_lines(stored, 10)) == [
        say("scores.saved", count=10),
        say(f"scores.replaced.{form}", count=count),
    ]
