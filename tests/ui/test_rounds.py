"""The screen of rounds: what each measure shows in each round; the round asked for leads headline, tint and detail."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say
from tests.store.invented import NEWS, WATER
from tests.ui.conftest import Looked
from tests.ui.markup import Element
from tests.ui.screen import Screen, visit

INTENT = "ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริตอย่างมีคุณธรรมและโปร่งใส"
ALL = ["มาตรการตรวจสอบการใช้ดุลพินิจ", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", INTENT]
COUNT = re.compile(r"(\d+)\s*/\s*(\d+)")
UNTIL = say("rounds.until", date="").strip()


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _rows(shown: Screen) -> list[Element]:
    return shown.body(UNTIL)


def _counts(shown: Screen, column: int) -> list[str]:
    return ["/".join(found.groups()) if (found := COUNT.search(row.cells[column])) else "" for row in _rows(shown)]


def _tinted(shown: Screen) -> set[int]:
    """Return which columns of rounds stand out, of head and body alike."""
    (table,) = [each for each in shown.elements("table") if UNTIL in each.text]
    rows = [[cell.has("latest") for cell in row.find("th", "td")] for row in table.find("tr")]
    assert all(row == rows[0] for row in rows), "a tint that does not go down the whole column"
    return {number for number, is_tinted in enumerate(rows[0]) if is_tinted}


def _plain(key: str, **values: object) -> str:
    return say(key, **values).replace("⟦", "").replace("⟧", "")


@_on("shipped")
def test_all_measures_stand_in_the_plan_s_order_with_steps_counted(state: Looked) -> None:
    shown = state.page("rounds")
    assert [row.cells[0].startswith(title) for row, title in zip(_rows(shown), ALL, strict=False)] == [True] * 3
    assert _counts(shown, 1) == ["2/3", "1/2", "1/1", "4/6"]
    assert [row.links[0].filters for row in _rows(shown)[:3]] == [{"measure": str(number)} for number in (1, 2, 3)]


@_on("shipped")
def test_squares_are_as_many_as_steps_and_said_in_words(state: Looked) -> None:
    squares = [row.of("squares")[0] for row in _rows(state.page("rounds"))[:3]]
    assert [[each.attributes.get("class") for each in strip.find("i")] for strip in squares] == [
        ["done", "done", "not_stated"], ["done", "not_stated"], ["done"],
    ]  # fmt: skip
    assert squares[0].attributes["aria-label"] == say("rounds.squares", done=2, not_stated=1, not_done=0)


@_on("shipped")
def test_a_round_without_results_shows_no_count(state: Looked) -> None:
    shown = state.page("rounds")
    assert _counts(shown, 2) == [""] * 4, "0 of 6 would say that nothing was done"
    assert [row.cells[2] for row in _rows(shown)] == [f"▲{say('round.overdue')}"] * 3 + [say("rounds.no_result")]


@_on("shipped")
def test_a_round_without_results_is_not_zero_in_words_either(state: Looked) -> None:
    (chart,) = state.page("rounds").charts
    said = [part for part in chart["alt"].split(". ") if say("figure.round", months=12) in part]
    assert said, "the round is left out of what is read aloud"
    assert not any(re.search(r"\b0\b", part) for part in said), "missing is read aloud as nothing done"


@_on("shipped")
def test_dates_outside_the_round_are_marked_with_words(state: Looked) -> None:
    dated = " ".join(" ".join(row) for row in state.page("rounds").rows(say("column.detail")))
    for day in ("7 มกราคม 2563", "6 มกราคม 2563"):
        assert say("rounds.date_outside", date=day) in dated


@_on("four_rounds")
def test_rounds_of_three_and_nine_months_are_rounds(state: Looked) -> None:
    shown = state.page("rounds")
    heads = [each.text for each in shown.elements("th") if UNTIL in each.text]
    assert [re.findall(r"\d+", head)[0] for head in heads] == ["3", "6", "9", "12"]
    assert [_counts(shown, column) for column in (1, 2, 3, 4)] == [
        ["1/2", "0/2", "1/4"], ["", "", ""], ["2/2", "1/2", "3/4"], ["", "", ""],
    ]  # fmt: skip
    assert [say("rounds.latest") in head for head in heads] == [False, False, True, False]
    assert say("round.outside.one") in _rows(shown)[1].cells[3]


@_on("four_rounds", "shipped", "forty_measures")
def test_without_a_wish_the_latest_round_with_a_result_leads(state: Looked) -> None:
    latest, column = {"four_rounds": (9, 3), "shipped": (6, 1), "forty_measures": (12, 2)}[state.name]
    shown = state.page("rounds")
    assert f"{latest} เดือน" in shown.headline
    assert _tinted(shown) == {column}
    assert say("rounds.results", months=latest) in [each.text for each in shown.elements("h2")]


@_on("four_rounds")
@pytest.mark.parametrize(
    ("months", "column", "headline"),
    [
        (3, 1, _plain("rounds.headline.some", months=3, done=1, steps=4)),
        (6, 2, _plain("rounds.headline.round_empty", months=6)),
        (9, 3, _plain("rounds.headline.some", months=9, done=3, steps=4)),
        (12, 4, _plain("rounds.headline.round_empty", months=12)),
    ],
)
def test_the_round_asked_for_leads(months: int, column: int, headline: str, state: Looked) -> None:
    shown = visit("rounds", round=str(months))
    assert shown.headline == headline, state.name
    assert _tinted(shown) == {column}
    details = [each.text for each in shown.elements("h2")]
    if months in {3, 9}:
        assert say("rounds.results", months=months) in details
        assert ("ผลของเก้าเดือน" in shown.text) == (months == 9)
    else:
        assert shown.told("note") == [say("rounds.results_missing", months=months)]


@_on("four_rounds")
def test_the_status_asked_for_is_that_of_the_round_asked_for(state: Looked) -> None:
    for months, status, titles in ((9, "done", [WATER]), (3, "done", []), (3, "in_progress", [WATER])):
        rows = _rows(visit("rounds", round=str(months), status=status))
        assert [row.cells[0].split(" ")[0] for row in rows if row.links] == titles, (state.name, months)


@_on("four_rounds")
def test_the_headline_counts_the_measures_that_are_shown(state: Looked) -> None:
    shown = visit("rounds", round="9", unit="สำนักปลัด")
    assert shown.headline == _plain("rounds.headline.some", months=9, done=1, steps=2)
    assert [row.cells[0].split(" ")[0] for row in _rows(shown) if row.links] == [NEWS], state.name
    assert _counts(shown, 3)[-1] == "1/2"


@_on("four_rounds")
def test_a_choice_of_a_round_moves_headline_and_tint(state: Looked) -> None:
    shown = visit("rounds").choose("round", "3")
    assert shown.html == visit("rounds", round="3").html, state.name
    assert shown.choose("round", "all").html == state.page("rounds").html


@_on("one_measure")
def test_one_measure_that_is_done_is_done(state: Looked) -> None:
    assert state.page("rounds").headline == _plain("rounds.headline.all", months=6, done=1, steps=1)
    assert [row.cells[0].startswith(WATER) for row in _rows(visit("rounds", status="done"))][:1] == [True]


@_on("plan_alone")
def test_a_plan_without_rounds_shows_its_measures(state: Looked) -> None:
    shown = state.page("rounds")
    assert shown.headline == say("rounds.headline.no_result")
    assert WATER in shown.text
    assert shown.charts == []


@_on("forty_measures")
def test_forty_measures_are_all_there(state: Looked) -> None:
    rows = _rows(state.page("rounds"))
    assert len(rows) == 41
    assert sum(row.cells[0].startswith("มาตรการที่ 7 ") for row in rows) == 1
    assert rows[-1].cells[0] == say("rounds.total", count=40)
