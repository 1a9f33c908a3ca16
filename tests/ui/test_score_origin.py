"""The screen behind a score: the cell of the sheet, the scores it follows from, what it replaced."""

from __future__ import annotations

import pytest

from ita_analysis.texts import say
from tests.store.invented import agency
from tests.ui.conftest import Looked
from tests.ui.screen import visit

SHEETS = pytest.mark.parametrize("state", ["from_sheets"], indirect=True)
UNKNOWN = ("score-", "score-item-O99", "score-indicator-77", "score-total-x", "score-indicator-' or 1=1 --")


@SHEETS
def test_a_score_of_a_sheet_names_its_cell(state: Looked) -> None:
    shown = visit("source", cell="score-indicator-7", agency=state.code(agency(1).name))
    assert shown.problems == []
    assert all(part in shown.headline for part in ("คะแนน.xlsx", "แผ่น", "แถว 2", "คอลัมน์ H"))
    (marked,) = shown.elements("td", "cell")
    assert marked.text == "87.00"


@SHEETS
def test_a_computed_score_leads_to_the_scores_it_follows_from(state: Looked) -> None:
    shown = visit("source", cell="score-total-total", back="weaknesses", agency=state.code(agency(1).name))
    assert shown.headline == say("score_origin.computed")
    parts = [way for way in shown.ways if "score-instrument" in way.address.get("cell", "")]
    assert [way.address["cell"] for way in parts] == [f"score-instrument-{tool}" for tool in ("IIT", "EIT", "OIT")]
    below = shown.click(parts[2])
    assert below.problems == []
    assert "45.00" in below.text
    assert {way.address["cell"] for way in below.ways if "cell" in way.address} == {
        "score-indicator-9",
        "score-indicator-10",
    }


@SHEETS
def test_a_replaced_score_tells_what_stood_there(state: Looked) -> None:
    shown = visit("source", cell="score-indicator-9", agency=state.code(agency(1).name))
    assert say("score_origin.standfirst.hand", year=2564) == shown.standfirst
    assert "89.00" in shown.text


@SHEETS
@pytest.mark.parametrize("cell", UNKNOWN)
def test_a_score_that_is_not_stored_is_said_to_be_unknown(cell: str, state: Looked) -> None:
    shown = visit("source", cell=cell, agency=state.code(agency(1).name))
    assert shown.problems == []
    assert shown.headline == say("origin.unknown")


@SHEETS
def test_the_account_of_the_total_leads_to_its_cell_and_back(state: Looked) -> None:
    shown = visit("executive", agency=state.code(agency(1).name))
    (way,) = [way for way in shown.ways if way.address.get("cell") == "score-total-total"]
    assert shown.click(way).headline == say("score_origin.computed")
