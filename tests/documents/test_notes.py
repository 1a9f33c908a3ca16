"""The notes of the council's slides: where each number shown was read, or how it is counted."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.documents.deck import notes
from ita_analysis.documents.deck.slides import Bars, Deck
from ita_analysis.people import DESK
from ita_analysis.results import SheetPlace
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import say
from tests.documents.decks import codes, deck_of, slide_of
from tests.documents.told import CODE, YEAR
from tests.store.invented import measure, report, result, store, store_scores
from tests.store.sheets import sheet
from tests.ui.states import STATES

SCORES = {1: 95.0, 2: 96.0, 3: 84.0, 4: 83.0, 5: 82.0, 6: 74.0, 7: 73.0, 8: 72.0, 9: 60.0, 10: 99.0}


def notes_of(deck: Deck, code: str) -> tuple[str, ...]:
    return notes(deck, codes(deck).index(code) + 1)


@pytest.fixture
def scored(empty: duckdb.DuckDBPyConnection) -> Deck:
    """The deck of a year whose report names indicator 6, with scores read from a sheet."""
    code = store(empty, report(weak=(6,), measures=[measure()], progress=[result()])).agency_code
    read = {("total", "total"): 80.0, **{("indicator", str(no)): score for no, score in SCORES.items()}}
    store_sheet(empty, sheet(read, year=2563), "sheet", who=DESK)
    return deck_of(empty, code, 2564)


def test_each_score_shown_leads_to_the_cell_it_was_read_from(scored: Deck) -> None:
    slide = slide_of(scored, "weak")
    assert isinstance(slide.picture, Bars)
    assert len(slide.picture.rows) == 5
    for bar in slide.picture.rows:
        number = int(bar.label.split()[0])
        (line,) = [each for each in slide.sources if f"ตัวชี้วัดที่ {number} " in each]
        column = list(SCORES).index(number) + 3
        assert f"{SCORES[number]:.2f}" in line
        assert line.endswith(f"คะแนน.xlsx {SheetPlace('แผ่น', 2, column)}")
    assert len(slide.sources) <= 9


def test_an_indicator_that_the_report_names_leads_to_both(scored: Deck) -> None:
    (line,) = [each for each in slide_of(scored, "weak").sources if "ตัวชี้วัดที่ 6 " in each]
    assert say("source.score.stated", score="74.00", place="").split(SEPARATOR)[0] in line
    assert "คะแนน.xlsx" in line


def test_a_computed_score_leads_to_the_items_it_was_computed_of(empty: duckdb.DuckDBPyConnection) -> None:
    STATES["demo"](empty)
    deck = deck_of(empty, "demo", 2568)
    (line,) = [each for each in slide_of(deck, "weak").sources if "ตัวชี้วัดที่ 10 " in each]
    assert "คำนวณจากคะแนน 10 ข้อ: O26 " in line
    assert f"{SheetPlace(None, 315, 3)} ถึง O35 " in line
    assert line.endswith(f".csv {SheetPlace(None, 324, 3)}")


def test_a_total_that_is_not_compared_is_not_told_as_compared(empty: duckdb.DuckDBPyConnection) -> None:
    STATES["demo"](empty)
    deck = deck_of(empty, "demo", 2568)
    before = say("deck.source.before", year=2566, score="").strip()[:20]
    assert not [line for code in codes(deck) for line in notes_of(deck, code) if line.startswith(before)]
    assert say("executive.change.other_rules", year=2566) in notes_of(deck, "score")[-1]


@pytest.mark.parametrize(("before", "is_told"), [({"total": 78.0}, True), ({}, False)])
def test_the_total_that_is_compared_is_told(
    before: dict[str, float], is_told: bool, empty: duckdb.DuckDBPyConnection
) -> None:
    code = store(empty, report(year=2565, weak=(6,), measures=[measure()])).agency_code
    store_scores(empty, code, 2564, {"total": 80.0})
    if before:
        store_scores(empty, code, 2563, before)
    told = say("deck.source.before", year=2563, score="78.00")
    assert (told in notes_of(deck_of(empty, code, 2565), "score")) is is_told


def test_a_counted_number_says_how_it_is_counted(shipped: duckdb.DuckDBPyConnection) -> None:
    of_record = deck_of(shipped, CODE, YEAR)
    counted = {
        "summary": ["source.coverage.formula", "deck.source.weak"],
        "weak": ["deck.source.weak"],
        "coverage": ["source.coverage.formula", "deck.source.weak"],
        "progress": ["source.steps.formula"],
        "decide": ["deck.decide.formula", "source.worth.formula"],
    }
    for code, keys in counted.items():
        for key in keys:
            assert any(say(key) in line for line in notes_of(of_record, code)), (code, key)
    for code in ("summary", "progress"):
        assert any(say("source.round.title", months=6) in line for line in notes_of(of_record, code))


def test_summary_and_way_lead_to_the_total(scored: Deck) -> None:
    for code in ("summary", "score", "way"):
        (line,) = [each for each in notes_of(scored, code) if each.startswith(f"{say('score_origin.total')} ")]
        assert "80.00" in line
        assert line.endswith(f"คะแนน.xlsx {SheetPlace('แผ่น', 2, 2)}")


def test_the_levels_are_those_of_the_years_rules(scored: Deck) -> None:
    assert say("deck.source.bands", year=2563) in notes_of(scored, "score")
