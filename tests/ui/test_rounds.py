"""The screen of rounds: what each measure shows in each round, filtered from the address."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say
from tests.store.invented import NEWS, WATER
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit

DISCRETION, PUBLISH, INTENT = (
    "มาตรการตรวจสอบการใช้ดุลพินิจ",
    "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
    "ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริตอย่างมีคุณธรรมและโปร่งใส",
)
ALL = [DISCRETION, PUBLISH, INTENT]
SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)


def _titles(shown: Screen, heading: str = "") -> list[str]:
    """Return the measures of the table of rounds, or of another table."""
    cells = [row[0] for row in shown.rows(heading or say("rounds.latest"))]
    return [title for title in [*ALL, WATER, NEWS] if any(cell.startswith(title) for cell in cells)]


@SHIPPED
def test_all_measures_stand_in_the_plan_s_order_with_steps_counted(state: Looked) -> None:
    shown = state.page("rounds")
    rows = shown.rows(say("rounds.latest"))
    assert [row[0].startswith(title) for row, title in zip(rows, ALL, strict=False)] == [True] * 3
    assert [re.search(r"(\d+)\s*/\s*(\d+)", row[1])[0] for row in rows] == ["2/3", "1/2", "1/1", "4/6"]  # type: ignore[index]


@SHIPPED
def test_a_round_without_results_shows_no_count(state: Looked) -> None:
    rows = state.page("rounds").rows(say("rounds.latest"))
    assert [re.findall(r"\d+\s*/\s*\d+", row[2]) for row in rows] == [[]] * 4, "0 of 6 would say that nothing was done"
    assert rows[-1][2] == say("rounds.no_result")


@SHIPPED
def test_a_round_without_results_is_not_zero_in_words_either(state: Looked) -> None:
    (chart,) = state.page("rounds").charts
    said = [part for part in chart["alt"].split(". ") if say("figure.round", months=12) in part]
    assert said, "the round is left out of what is read aloud"
    assert not any(re.search(r"\b0\b", part) for part in said), "missing is read aloud as nothing done"


@SHIPPED
def test_dates_outside_the_round_are_marked_with_words(state: Looked) -> None:
    shown = state.page("rounds")
    dated = " ".join(" ".join(row) for row in shown.rows(say("column.detail")))
    for day in ("7 มกราคม 2563", "6 มกราคม 2563"):
        assert say("rounds.date_outside", date=day) in dated


@SHIPPED
def test_every_finding_has_place_quote_and_mend(state: Looked) -> None:
    rows = state.page("rounds").rows(say("column.quote"))
    assert len(rows) == 14
    assert all(cell for row in rows for cell in (row[0], row[1], row[3]))


@SHIPPED
@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ({}, ALL),
        ({"round": "6"}, ALL),
        ({"round": "12"}, ALL),
        ({"indicator": "7"}, [PUBLISH]),
        ({"indicator": "3"}, [DISCRETION]),
        ({"unit": "สำนักปลัด"}, ALL),
        ({"status": "done"}, [INTENT]),
        ({"status": "in_progress"}, [DISCRETION, PUBLISH]),
        ({"status": "done", "indicator": "10"}, [INTENT]),
        ({"status": "no_data", "round": "12"}, ALL),
        ({"agency": "khao-saming", "year": "2564", "indicator": "7"}, [PUBLISH]),
    ],
)
def test_the_address_chooses(address: dict[str, str], titles: list[str], state: Looked) -> None:
    shown = visit("rounds", **address)
    assert shown.problems == []
    assert _titles(shown) == titles, state.name
    filters = {name: value for name, value in address.items() if name not in {"agency", "year"}}
    assert {name: shown.at.selectbox(key=f"choose_{name}").value for name in filters} == filters


@SHIPPED
@pytest.mark.parametrize("address", [{"status": "not_started"}, {"status": "done", "indicator": "7"}])
def test_nothing_left_is_said(address: dict[str, str], state: Looked) -> None:
    shown = visit("rounds", **address)
    assert shown.problems == []
    assert shown.told("note") == [say("rounds.nothing_left")], state.name
    assert _titles(shown) == []


@SHIPPED
@pytest.mark.parametrize(
    "address",
    [
        {"round": "7"}, {"round": "๖"}, {"round": "6.0"}, {"indicator": "99"}, {"indicator": "x'; drop table measure"},
        {"unit": "ไม่มีกองนี้"}, {"status": "แล้วเสร็จ"}, {"agency": "nobody"}, {"year": "1999"}, {"year": "all"},
        {"round": "", "status": ""}, {"status": "<script>alert(1)</script>"}, {"unknown": "filter"},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_value_in_the_address_is_as_none(address: dict[str, str], state: Looked) -> None:
    shown = visit("rounds", **address)
    assert shown.problems == []
    assert shown.html == state.page("rounds").html


@SHIPPED
def test_the_round_of_the_address_is_the_one_in_detail(state: Looked) -> None:
    assert say("rounds.steps", months=6) in state.page("rounds").text
    later = visit("rounds", round="12")
    assert say("rounds.steps", months=12) in later.text
    assert say("rounds.results", months=12) not in later.text
    states = [row[2] for row in later.rows(say("column.reason"))]
    assert all(say("step.not_stated") in each for each in states), "steps of 6 months are not those of 12"


@SHIPPED
def test_a_choice_goes_into_the_address_and_all_takes_it_out(state: Looked) -> None:
    shown = visit("rounds")
    shown.choose("indicator", "7").choose("status", "in_progress")
    assert shown.at.query_params == {"indicator": "7", "status": "in_progress"}
    assert _titles(shown) == [PUBLISH], state.name
    shown.choose("indicator", "all")
    assert shown.at.query_params == {"status": "in_progress"}
    assert _titles(shown) == [DISCRETION, PUBLISH]


@SHIPPED
def test_a_link_to_a_choice_shows_what_the_chooser_saw(state: Looked) -> None:
    shown = visit("rounds").choose("indicator", "7").choose("round", "12")
    address = {name: str(value) for name, value in shown.at.query_params.items()}
    assert visit("rounds", **address).html == shown.html, state.name


@pytest.mark.parametrize("state", ["one_measure"], indirect=True)
def test_one_measure_that_is_done_is_done(state: Looked) -> None:
    shown = state.page("rounds")
    assert shown.headline == say("rounds.headline.all", months=6, done=1, steps=1)
    assert _titles(visit("rounds", status="done")) == [WATER]


@pytest.mark.parametrize("state", ["plan_alone"], indirect=True)
def test_a_plan_without_rounds_shows_its_measures(state: Looked) -> None:
    shown = state.page("rounds")
    assert shown.headline == say("rounds.headline.no_result")
    assert WATER in shown.text
    assert shown.charts == []


@pytest.mark.parametrize("state", ["forty_measures"], indirect=True)
def test_forty_measures_are_all_there(state: Looked) -> None:
    rows = state.page("rounds").rows(say("rounds.latest"))
    assert len(rows) == 41
    assert sum(cells[0].startswith("มาตรการที่ 7 ") for cells in rows) == 1
