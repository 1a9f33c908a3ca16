"""A year that was begun from the one before: what stood weak there is its starting point, and says so on each page."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from ita_analysis.documents.deck import deck
from ita_analysis.documents.facts import Facts, facts_of
from ita_analysis.documents.year.assessed import named_by
from ita_analysis.people import DESK
from ita_analysis.queries.asking import rows_of
from ita_analysis.store.building import data_version
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.results import store_sheet
from ita_analysis.store.undoing import undo
from ita_analysis.texts import say
from tests.store.entered import YEAR
from tests.store.invented import NEWS, agency, measure, report, store
from tests.store.linked import number_of
from tests.store.sheets import TEN, sheet
from tests.ui.handed_out import handed_out, tables_in
from tests.ui.screen import Screen, visit

NEXT = YEAR + 1
KIND = say("weak.carried", kind=say("weakness.develop"), year=YEAR)
NOTE = say("weak.carried_note", year=YEAR)


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    """A year begun: of three weak indicators one has a measure that goes on, one has none, one was left behind."""
    plan = [measure(answers=[6]), measure(NEWS, answers=[7])]
    made = store(empty, report(agency(1), months=None, weak=(6, 7, 8), measures=plan)).agency_code
    carry_over(empty, made, YEAR, [number_of(empty, made)], who=DESK)
    return made


def _open(page: str, **address: str) -> Screen:
    shown = visit(page, year=str(NEXT), **address)
    assert shown.traces == []
    return shown


def _facts(opened: duckdb.DuckDBPyConnection, code: str) -> Facts:
    found = facts_of(opened, code, NEXT, None, date(2021, 11, 26))
    assert found
    return found


def test_the_plan_offers_a_measure_for_what_had_none(code: str) -> None:
    shown = _open("plan")
    assert [way.address["indicator"] for way in shown.ways if way.address.get("indicator")] == ["8"], code
    assert KIND in shown.text
    assert NOTE in shown.standfirst
    assert say("plan.weak_unknown") not in shown.text


@pytest.mark.parametrize("page", ["executive", "coverage", "weaknesses"])
def test_each_page_says_from_which_year_they_are(page: str, code: str) -> None:
    shown = _open(page)
    assert KIND in shown.text, code
    assert NOTE in shown.standfirst
    assert "รายงานไม่ได้ระบุจุดอ่อน" not in shown.text, "there is no report that could"


def test_the_executive_counts_them_and_asks_for_a_measure(code: str) -> None:
    shown = _open("executive")
    assert "ตัวชี้วัดที่ 8" in shown.headline, code
    assert say("executive.fact.carried", year=YEAR) in shown.text
    assert say("executive.request.measure.title", numbers="8") in shown.text
    assert shown.rows(say("column.indicator"))[0][0].endswith(KIND)
    assert say("source.coverage.weak_carried", kind=KIND, no=8, name="การปรับปรุงการทำงาน") in shown.text


def test_an_indicator_in_full_shows_the_words_of_the_year_before(code: str) -> None:
    (part,) = [_open("weaknesses", indicator="8").part("indicator").text]
    assert KIND in part, code
    assert "“ตัวชี้วัดที่ 8”" in part
    assert say("weaknesses.no_report") in part


def test_the_tables_that_are_handed_out_say_it_too(code: str) -> None:
    weak = {row[say("export.column.weak")] for row in tables_in(handed_out(_open("coverage")))[say("export.matrix")]}
    assert weak == {say("weak.yes_carried", year=YEAR)}, code
    rows = tables_in(handed_out(_open("executive")))[say("export.executive.decisions")]
    assert {row[say("column.own_word")] for row in rows} == {KIND}


def test_files_and_slides_say_it_too(code: str, empty: duckdb.DuckDBPyConnection) -> None:
    facts = _facts(empty, code)
    weak = facts.indicators[facts.indicators["is_weak"]]
    assert list(weak["indicator_no"]) == [6, 8]
    assert {*map(named_by, rows_of(weak))} == {KIND}
    slides = {slide.code: slide for slide in deck(facts).slides}
    assert NOTE in slides["coverage"].lead
    assert NOTE in slides["weak"].lead


def test_scores_take_their_place(code: str, empty: duckdb.DuckDBPyConnection) -> None:
    store_sheet(empty, sheet(dict.fromkeys(TEN, 99.0), year=YEAR, who=[agency(1)]), "sheet", who=DESK)
    for page in ("plan", "executive", "coverage", "weaknesses"):
        shown = _open(page)
        assert KIND not in shown.text
        assert NOTE not in shown.text
    assert not _facts(empty, code).indicators["is_weak"].any()


def test_a_report_takes_their_place(code: str, empty: duckdb.DuckDBPyConnection) -> None:
    store(empty, report(agency(1), year=NEXT, months=6, weak=(3,)))
    shown = _open("coverage")
    assert KIND not in shown.text, code
    assert NOTE not in shown.text
    assert list(_facts(empty, code).indicators.query("is_weak")["indicator_no"]) == [3]


def test_taking_the_beginning_back_takes_them_back(code: str, empty: duckdb.DuckDBPyConnection) -> None:
    undo(empty, data_version(empty), reason="เริ่มเร็วไป", who=DESK)
    assert facts_of(empty, code, NEXT, None, date(2021, 11, 26)) is None
    undo(empty, data_version(empty), reason="เริ่มจริง", who=DESK)
    assert list(_facts(empty, code).indicators.query("is_weak")["indicator_no"]) == [6, 8]


def test_without_report_scores_and_a_year_before_the_sentence_does_not_name_a_report(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    store(empty, report(agency(1), months=None, weak=(), measures=[measure()]))
    carry_over(empty, str(empty.execute("select agency_code from agency").fetchall()[0][0]), YEAR, [], who=DESK)
    for page, key in (("executive", "executive"), ("coverage", "coverage")):
        assert _open(page).headline == say(f"{key}.headline.no_report")
    assert _open("weaknesses").headline == say("weaknesses.headline.no_report", year=YEAR)
    assert say("executive.fact.no_report") in _open("executive").text
