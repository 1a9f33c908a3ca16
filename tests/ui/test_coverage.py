"""The screen of coverage: weak indicators against measures, the empty row first, every link once, and whose word."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ita_analysis import paths
from ita_analysis.store.building import ready
from ita_analysis.texts import say, say_count, say_some
from tests.store.files import rows
from tests.ui.conftest import Looked
from tests.ui.markup import Element
from tests.ui.screen import Screen, visit
from tests.ui.signed import come

WIDEST = 20
Link = tuple[int, int]


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


WITH_MEASURES = _on(
    "shipped", "forty_measures", "dense_links", "one_measure", "guessed_links", "four_rounds", "hostile", "scored"
)


def _stored() -> dict[Link, str]:
    """Return the basis of every stored link by indicator and measure."""
    asked = "select indicator_no, measure_no, basis from measure_indicator join measure using (measure_id)"
    return {
        (int(str(no)), int(str(measure))): str(basis) for no, measure, basis in rows(ready(paths.database()), asked)
    }


def _count() -> int:
    return len(rows(ready(paths.database()), "from measure"))


def _matrices(shown: Screen) -> list[Element]:
    return shown.elements("table", "matrix")


def _columns(matrix: Element) -> list[int]:
    return [int(way.filters["measure"]) for way in matrix.find("thead")[0].links]


def _rows(matrix: Element) -> list[Element]:
    return matrix.find("tbody")[0].find("tr")


def _indicator(row: Element) -> int:
    return int(next(way.filters["indicator"] for way in row.links if way.page == "weaknesses"))


def _basis(cell: Element) -> list[str]:
    named = [*cell.of("mark"), *(each for each in cell.find("i") if each.attributes.get("role") == "img")]
    return [name for each in named for name in ("document", "analyst", "wording") if each.has(name)]


def _links(matrix: Element) -> list[tuple[Link, str]]:
    """Return what the cells of a matrix say: indicator, measure, basis."""
    found = []
    for row in _rows(matrix):
        if not row.has("hole"):
            cells = row.find("td")[:-1]
            for measure_no, cell in zip(_columns(matrix), cells, strict=True):
                found += [((_indicator(row), measure_no), basis) for basis in _basis(cell)]
    return found


@WITH_MEASURES
def test_every_link_stands_in_the_matrix_exactly_once(state: Looked) -> None:
    found = [link for matrix in _matrices(state.page("coverage")) for link in _links(matrix)]
    assert max(Counter(link for link, _ in found).values()) == 1
    assert dict(found) == _stored()


@WITH_MEASURES
def test_a_matrix_has_at_most_twenty_columns_and_all_measures_stand_in_one(state: Looked) -> None:
    columns = [_columns(matrix) for matrix in _matrices(state.page("coverage"))]
    assert [number for block in columns for number in block] == list(range(1, _count() + 1))
    assert all(0 < len(block) <= WIDEST for block in columns)
    assert len(columns) == -(-_count() // WIDEST)


@WITH_MEASURES
def test_each_row_stands_in_each_block_and_counts_its_measures(state: Looked) -> None:
    matrices = _matrices(state.page("coverage"))
    shown = [[_indicator(row) for row in _rows(matrix)] for matrix in matrices]
    assert all(block == shown[0] and len(set(block)) == len(block) for block in shown)
    counts = Counter(no for no, _ in _stored())
    for matrix in matrices:
        assert {_indicator(row): int(row.cells[-1]) for row in _rows(matrix)} == {no: counts[no] for no in shown[0]}


@WITH_MEASURES
def test_the_list_for_a_phone_says_the_same(state: Looked) -> None:
    (narrow,) = [part for part in state.page("coverage").elements("div", "only-narrow") if part.find("table")]
    found = {}
    for row in narrow.find("tr"):
        ways = [way for way in row.links if way.page == "measures"]
        marks = [name for cell in row.find("td") for name in _basis(cell)]
        found |= {(_indicator(row), int(way.filters["measure"])): x for way, x in zip(ways, marks, strict=True)}
    assert found == _stored()


@_on("shipped")
def test_the_empty_row_is_first_one_wide_cell_and_says_what_it_is_measured_by(state: Looked) -> None:
    (matrix,) = _matrices(state.page("coverage"))
    hole, *others = _rows(matrix)
    assert [_indicator(row) for row in (hole, *others)] == [8, 7, 10, 3]
    assert hole.has("hole")
    assert not any(row.has("hole") for row in others)
    wide, count = hole.find("td")
    assert wide.attributes["colspan"] == "3"
    assert say("coverage.no_measure") in wide.text
    assert "e11–e15" in wide.text
    assert count.text == "0"


@_on("shipped")
def test_a_measure_for_the_hole_is_one_click_away_for_whoever_may_plan(state: Looked) -> None:
    asked = {"agency": state.code("องค์การบริหารส่วนตำบลเขาสมิง"), "year": "2564"}
    (way,) = {each for each in state.page("coverage").ways if each.page == "plan"}
    assert way.filters == {"measure": "new", "indicator": "8"}
    assert way.address.items() >= asked.items()
    assert [each for each in come("coverage").ways if each.page == "plan"] == []


@_on("dense_links", "two_agencies", "weaknesses_alone", "results_alone")
def test_a_hole_is_first_in_every_block(state: Looked) -> None:
    for matrix in _matrices(state.page("coverage")):
        kinds = [row.has("hole") for row in _rows(matrix)]
        assert kinds[0]
        assert kinds == sorted(kinds, reverse=True)
        for row in _rows(matrix)[: sum(kinds)]:
            assert [cell.attributes.get("colspan") for cell in row.find("td")][:1] == [
                str(len(_columns(matrix)))
            ] or not _columns(matrix)


@_on("shipped", "dense_links", "guessed_links")
def test_what_is_beside_the_weak_indicators_is_greyed(state: Looked) -> None:
    weak = {"shipped": {7, 8, 10}, "dense_links": set(range(1, 9)), "guessed_links": {6, 7}}[state.name]
    answering = {measure for no, measure in _stored() if no in weak}
    for matrix in _matrices(state.page("coverage")):
        heads = matrix.find("thead")[0].find("th")[1:-1]
        assert {no for no, head in zip(_columns(matrix), heads, strict=True) if not head.has("off")} == (
            answering & set(_columns(matrix))
        )
        for row in _rows(matrix):
            (name,) = row.find("th")
            assert name.has("off") == (_indicator(row) not in weak)
            assert (say("coverage.not_weak") in name.text) == (_indicator(row) not in weak)


@_on("shipped")
def test_the_finding_names_the_hole_and_what_else_there_is(state: Looked) -> None:
    shown = state.page("coverage")
    assert shown.headline == say("coverage.headline.hole.one", names="8 การปรับปรุงการทำงาน").replace("⟦", "").replace(
        "⟧", ""
    )
    assert say_some("coverage.covered", 3, covered=2) in shown.standfirst
    assert say_count("coverage.aside", 1) in shown.standfirst


@_on("dense_links", "guessed_links")
def test_guesses_wait_for_a_word_and_say_so(state: Looked) -> None:
    guessed = list(_stored().values()).count("wording")
    assert guessed > 1
    assert say_some("coverage.guessed", guessed) in state.page("coverage").standfirst


@_on("strong")
def test_scores_without_a_weak_one_are_not_called_missing(state: Looked) -> None:
    shown = state.page("coverage")
    assert shown.headline != say("coverage.headline.unknown"), "all ten scores are stored"


@WITH_MEASURES
def test_the_table_of_words_has_each_link_with_its_reason_and_its_cell(state: Looked) -> None:
    body = state.page("coverage").part("basis").find("tbody")[0].find("tr")
    asked = "select measure_no, indicator_no, basis, i.reason from measure_indicator i join measure using (measure_id)"
    stored = rows(ready(paths.database()), asked)
    assert len(body) == len(stored)
    found = set()
    for row in body:
        (measure,) = [way.filters["measure"] for way in row.links if way.page == "measures"]
        (cell,) = [way.address["cell"] for way in row.links if way.page == "source"]
        assert cell == f"measure-{measure}-title"
        found.add((int(measure), int(re.findall(r"\d+", row.cells[1])[0]), *_basis(row)))
    assert found == {(no, indicator, basis) for no, indicator, basis, _ in stored}
    text = state.page("coverage").part("basis").text
    assert all(" ".join(str(reason).split()) in text for *_, reason in stored)


@_on("plan_alone", "results_alone", "weaknesses_alone")
def test_no_links_are_said_to_be_none(state: Looked) -> None:
    assert say("coverage.no_links") in state.page("coverage").part("basis").text


@_on("shipped", "dense_links")
def test_a_filter_for_an_indicator_leaves_its_row(state: Looked) -> None:
    for number in (3, 7, 8):
        shown = visit("coverage", indicator=str(number))
        assert {_indicator(row) for matrix in _matrices(shown) for row in _rows(matrix)} == {number}, state.name
        assert shown.headline == state.page("coverage").headline, "the finding is about the whole year"


@_on("forty_measures", "dense_links")
def test_a_filter_for_a_unit_leaves_its_columns_and_calls_nothing_else_a_hole(state: Looked) -> None:
    shown = visit("coverage", unit="กองที่ 0")
    asked = "select measure_no from measure where responsible = 'กองที่ 0' order by 1"
    own = [int(str(no)) for (no,) in rows(ready(paths.database()), asked)]
    assert [number for matrix in _matrices(shown) for number in _columns(matrix)] == own
    found = dict(link for matrix in _matrices(shown) for link in _links(matrix))
    assert found == {link: basis for link, basis in _stored().items() if link[1] in own}
    holes = {3} if state.name == "dense_links" else set()
    calling = {_indicator(row) for row in shown.elements("tr") if say("coverage.no_measure") in row.text}
    assert calling == holes, "another unit's measure answers it"
