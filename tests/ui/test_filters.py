"""Filters: each page takes its own from the address by stable codes, ignores what is none, and writes the choice."""

from __future__ import annotations

import pytest

from ita_analysis.texts import say
from tests.ui.conftest import Looked
from tests.ui.markup import Way
from tests.ui.screen import Screen, visit

SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)
OFFERED = {
    "executive": set[str](),
    "weaknesses": {"indicator", "status", "order"},
    "measures": {"round", "indicator", "unit", "status"},
    "rounds": {"round", "indicator", "unit", "status"},
    "coverage": {"indicator", "unit"},
    "completeness": {"document", "severity", "decision"},
}
HOSTILE = (
    "๖", "6.0", " 6", "06", "-1", "99", "x'; drop table measure", "แล้วเสร็จ", "ไม่มีกองนี้", "DONE", "", "all ",
    "<script>alert(1)</script>", "9" * 5000, "\x00", "null",
)  # fmt: skip
# A page, what the address says, and the measures or indicators that are left.
CHOICES = [
    ("weaknesses", {"indicator": "8"}, [*range(1, 11)]),
    ("weaknesses", {"indicator": "3"}, [*range(1, 11)]),
    ("weaknesses", {"status": "no_data"}, [*range(1, 11)]),
    ("weaknesses", {"status": "no_data", "indicator": "10"}, [*range(1, 11)]),
    ("coverage", {"indicator": "8"}, [8]),
    ("coverage", {"indicator": "3", "unit": "สำนักปลัด"}, [3]),
    *(
        (page, address, left)
        for page in ("measures", "rounds")
        for address, left in (
            ({"round": "6"}, [1, 2, 3]),
            ({"round": "12"}, [1, 2, 3]),
            ({"indicator": "7"}, [2]),
            ({"indicator": "3"}, [1]),
            ({"unit": "สำนักปลัด"}, [1, 2, 3]),
            ({"status": "done"}, [3]),
            ({"status": "in_progress"}, [1, 2]),
            ({"status": "done", "indicator": "10"}, [3]),
            ({"status": "no_data", "round": "12"}, [1, 2, 3]),
            ({"agency": "khao-saming", "year": "2564", "indicator": "7"}, [2]),
        )
    ),
]
NOTHING = [
    *((page, {"status": "not_started"}) for page in ("measures", "rounds")),
    *((page, {"status": "done", "indicator": "7"}) for page in ("measures", "rounds")),
    *(("weaknesses", {"status": status}) for status in ("urgent", "develop", "good", "strength")),
    ("coverage", {"indicator": "1"}),
]
# What stands for no choice where it is not all.
UNCHOSEN = {"round": "filter.latest_round", "order": "weaknesses.by_score"}


def _left(page: str, shown: Screen) -> list[int]:
    """Return the measures (or indicators) of the page's own table."""
    heading = {"weaknesses": "column.level", "measures": "column.findings", "rounds": "rounds.until"}.get(page)
    if heading is None:
        rows = [row for table in shown.elements("table", "matrix") for row in table.find("tbody")[0].find("tr")]
    else:
        rows = [row for row in shown.body(say(heading, date="").strip()) if row.links]
    name = "measure" if page in {"measures", "rounds"} else "indicator"
    return [int(row.links[0].filters[name]) for row in rows if name in row.links[0].filters]


def _in_filters(address: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in address.items() if name not in {"agency", "year"}}


@SHIPPED
@pytest.mark.parametrize("page", OFFERED)
def test_a_page_offers_its_filters(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert shown.filters == OFFERED[page]
    assert all(value == "all" for value in shown.chosen.values())
    for name in OFFERED[page]:
        first = say(UNCHOSEN.get(name, "filter.all"))
        options = shown.options(name)
        assert options[0] == first
        assert len(set(options)) == len(options)
        assert str(shown.at.selectbox(key=f"choose_{name}").label) == say(f"filter.{name}")


@SHIPPED
@pytest.mark.parametrize(("page", "address", "left"), CHOICES, ids=lambda each: str(each)[:60])
def test_the_address_chooses(page: str, address: dict[str, str], left: list[int], state: Looked) -> None:
    shown = visit(page, **address)
    assert shown.problems == []
    assert sorted(_left(page, shown)) == left, state.name
    assert {name: shown.chosen[name] for name in _in_filters(address)} == _in_filters(address)
    assert shown.at.query_params == address, "looking changes no address"
    assert shown.part("source"), "the page is whole"


@SHIPPED
@pytest.mark.parametrize("number", range(1, 11))
def test_an_indicator_by_its_number_is_the_one_in_full(number: int, state: Looked) -> None:
    shown = visit("weaknesses", indicator=str(number))
    assert shown.part("indicator").find("h2")[0].text.startswith(say("weaknesses.drill", no=number, name="")), (
        state.name
    )


@SHIPPED
@pytest.mark.parametrize(("page", "address"), NOTHING, ids=str)
def test_nothing_left_is_said(page: str, address: dict[str, str], state: Looked) -> None:
    shown = visit(page, **address)
    assert shown.problems == []
    key = "rounds" if page == "measures" else page
    assert say(f"{key}.nothing_left") in shown.told("note"), state.name
    assert _left(page, shown) == []
    assert shown.headline
    assert shown.part("source")


@SHIPPED
@pytest.mark.parametrize("page", OFFERED)
@pytest.mark.parametrize("value", HOSTILE, ids=lambda each: repr(each)[:24])
def test_a_value_that_is_none_is_as_if_nothing_was_said(page: str, value: str, state: Looked) -> None:
    shown = visit(page, unknown=value)
    for name in ("unknown", "round", "indicator", "unit", "status", "agency", "year"):
        shown.click(Way(page, ((name, value),)))
        assert shown.problems == []
        assert shown.html == state.page(page).html, name
        assert {str(each) for each in shown.chosen.values()} <= {"all"}


@SHIPPED
@pytest.mark.parametrize(
    ("page", "choices"),
    [
        ("weaknesses", {"indicator": "3", "status": "no_data"}),
        ("measures", {"indicator": "7", "status": "in_progress", "round": "6", "unit": "สำนักปลัด"}),
        ("rounds", {"round": "12", "indicator": "7"}),
        ("coverage", {"unit": "สำนักปลัด", "indicator": "8"}),
    ],
)
def test_a_choice_writes_the_address_and_its_link_shows_the_same(
    page: str, choices: dict[str, str], state: Looked
) -> None:
    shown = visit(page)
    for name, value in choices.items():
        shown.choose(name, value)
    assert shown.problems == []
    assert shown.at.query_params == choices
    assert visit(page, **choices).html == shown.html
    for name in choices:
        shown.choose(name, "all")
    assert shown.at.query_params == {}, "all is what an address without a word says"
    assert shown.html == state.page(page).html


@SHIPPED
def test_another_page_starts_without_the_filters_of_this_one(state: Looked) -> None:
    shown = visit("rounds", indicator="7")
    assert shown.follow("measures").html == state.page("measures").html


@pytest.mark.parametrize("state", ["hostile"], indirect=True)
def test_units_that_are_tags_are_codes_in_the_address_too(state: Looked) -> None:
    for page in ("measures", "rounds", "coverage"):
        for number, unit in enumerate(state.page(page).options("unit")[1:]):
            shown = visit(page, unit=unit)
            assert shown.problems == []
            assert shown.chosen["unit"] == unit
            assert len(_left(page, shown)) >= (page != "coverage"), number
