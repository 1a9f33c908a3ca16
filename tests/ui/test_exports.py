"""Each page with a table hands it out: the same numbers as on the screen, filtered the same, in full words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ita_analysis.texts import say
from ita_analysis.ui.frame import PAGES
from tests.documents.tabled import openpyxl_page
from tests.ui.conftest import Looked
from tests.ui.handed_out import Handed, handed_out, tables_in, texts_of_csv
from tests.ui.screen import Screen, visit
from tests.ui.states import TAGS

WITH_TABLES = {
    "executive": {say("export.executive.decisions"), say("export.scores"), say("export.dates")},
    "weaknesses": {say("filter.indicator"), say("export.items")},
    "trend": {say("export.years"), say("export.groups")},
    "measures": {say("column.measure"), say("column.finding")},
    "rounds": {say("page.rounds"), say("export.results")},
    "coverage": {say("export.matrix"), say("coverage.basis_title")},
    "completeness": {say("export.completeness.parts"), say("column.finding")},
    "entry": {say("page.entry"), say("column.open")},
    "history": {say("export.history.changes"), say("export.history.fields")},
}
MORE = {
    ("scored", "weaknesses"): {say("export.themes")},
    ("scored", "trend"): {say("export.indicators_by_year")},
}  # tables that need scores, by the state that has them
OF_OTHER_STATES = {"way", "survey", "bring-in"}  # what they hand out is looked at in test_exports_of_scores.py
# A form that is typed into, and buttons that load and remove: neither page has a table to read. What is typed there is
# handed out by the pages about the result once it is stored; made-up data are handed out by every page that shows them.
# A list of backups is one of files, which are taken away themselves; who may log in is nobody's to take away.
# The plan is handed out as the sheet in which it is changed.
NOT_YET = {"plan", "scores", "demo", "backups", "people", "council", "files"}
EVERY_STATE = pytest.mark.parametrize("state", ["shipped", "scored", "hostile", "forty_measures"], indirect=True)
EVERY_PAGE = pytest.mark.parametrize("page", WITH_TABLES)
MISSING = say("missing")


_KEPT: dict[tuple[str, str], list[Handed]] = {}


def _handed(state: Looked, page: str) -> list[Handed]:
    """Return what a page hands out in a state of the data, asked for once."""
    if (state.name, page) not in _KEPT:
        _KEPT[state.name, page] = handed_out(visit(page))
    return _KEPT[state.name, page]


def _tables(state: Looked, page: str) -> dict[str, list[dict[str, object]]]:
    return tables_in(_handed(state, page))


def _rows_that_open(shown: Screen) -> list[Any]:
    return [each for each in shown.at.expander if each.label == say("export.title")]


def _printed(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, int | float) else str(value)


def _flat(text: object) -> str:
    return " ".join(str(text).split())


@EVERY_STATE
@EVERY_PAGE
def test_every_page_with_a_table_hands_it_out(page: str, state: Looked) -> None:
    assert len(_rows_that_open(state.page(page))) == 1
    found, expected = _handed(state, page), WITH_TABLES[page] | MORE.get((state.name, page), set())
    names = {each.label.rpartition(" ")[0] for each in found}
    assert names - {say("export.all")} == expected
    assert [each.label.rpartition(" ")[2] for each in found] == ["XLSX", "CSV"] * len(expected) + ["XLSX"]
    assert len({each.label for each in found}) == len(found), f"a listener could not tell them apart in {state.name}"


@EVERY_STATE
@EVERY_PAGE
def test_both_files_hold_the_same_cells(page: str, state: Looked) -> None:
    tables = _tables(state, page)
    for handed in _handed(state, page):
        name, _, form = handed.label.rpartition(" ")
        assert handed.file_name.endswith(f".{form.lower()}"), state.name
        if form == "CSV":
            rows = texts_of_csv(handed)
            assert len(rows) == len(tables[name]) > 0
            for row, typed in zip(rows, tables[name], strict=True):
                assert {key.removeprefix("'"): _plain(value) for key, value in row.items()} == {
                    key: _plain(value) for key, value in typed.items()
                }


def _plain(value: object) -> object:
    """Return a cell of either file as a text or a number; None and nothing are the same."""
    text = "" if value is None else str(value).removeprefix("'")
    return round(float(text), 12) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text.removesuffix(" 00:00:00")


@EVERY_STATE
def test_scores_are_those_on_the_screen(state: Looked) -> None:
    shown, left = state.page("weaknesses"), _tables(state, "weaknesses")
    rows = left[say("filter.indicator")]
    heading = next(each for each in rows[0] if each.startswith(say("column.score", year="").strip()))
    cells = shown.rows(say("column.level"))
    assert len(cells) == len(rows) > 0
    for row, (name, level, score, *_, province, _own_word) in zip(rows, cells, strict=True):
        assert name.startswith(f"{row[say('export.column.indicator_no')]} ")
        assert name.endswith(str(row[say("export.column.instrument")]))
        assert str(row[say("column.level")]) in level
        assert _printed(row[heading]) == score
        assert _printed(row[say("column.province")]) == province
    assert len(left[say("export.items")]) > 30


@EVERY_STATE
def test_the_scores_of_the_executive_are_those_of_the_strip(state: Looked) -> None:
    rows = _tables(state, "executive")[say("export.scores")]
    (strip,) = state.page("executive").elements("div", "slots")
    words = str(strip.attributes["aria-label"]).partition(": ")[2].split(" · ")
    told = [(str(row[say("export.column.indicator_no")]), _printed([*row.values()][3])) for row in rows]
    assert [f"{no} {score}" for no, score in told] == [
        each.removesuffix(f" {say('executive.slot_named')}") for each in words
    ]
    weak = [row[say("export.column.weak")] == say("export.yes") for row in rows]
    assert weak == [each.endswith(say("executive.slot_named")) for each in words]


@EVERY_STATE
def test_the_way_from_weakness_to_result_is_that_of_the_screen(state: Looked) -> None:
    rows = _tables(state, "executive")[say("export.executive.decisions")]
    body = state.page("executive").body(say("column.indicator"))
    assert len(body) == len(rows) > 0
    for row, shown in zip(rows, body, strict=True):
        no = row[say("export.column.indicator_no")]
        assert shown.text.startswith(f"{no} " if no else str(row[say("filter.indicator")]))
        assert shown.has("hole") == (row[say("export.column.measure_count")] == 0)
        titles = str(row[say("column.measure")]).split("\n")
        assert len(titles) > 2 or all(_flat(title) in shown.text for title in titles), "the screen counts many"


@EVERY_STATE
def test_measures_are_those_of_the_list(state: Looked) -> None:
    rows = _tables(state, "measures")[say("column.measure")]
    cells = state.page("measures").rows(say("column.findings"))
    shown = [row for row in cells if len(row) == 4]
    assert len([row for row in shown if row[3].isdigit()]) == len(rows) > 0
    for row, (title, answers, steps, found) in zip(rows, shown, strict=False):
        assert title.startswith(f"{row[say('export.column.measure_no')]} {_flat(row[say('column.measure')])}")
        assert str(row[say("column.findings")]) == found
        assert all(no.split(" ")[0] in answers for no in str(row[say("column.answers")]).split(", "))
        done, total = row[say("step.done")], row[say("export.column.step_count")]
        assert done == MISSING or not total or f"{done}/{total}" in _flat(steps).replace(" ", "")


@EVERY_STATE
def test_rounds_are_those_of_the_screen(state: Looked) -> None:
    rows = _tables(state, "rounds")[say("page.rounds")]
    *body, _total = state.page("rounds").rows(say("rounds.until", date="").strip())
    months = sorted({int(str(row[say("export.column.round")])) for row in rows})
    assert len(rows) == len(body) * len(months) > 0
    for number, row in enumerate(rows):
        cells = body[number // len(months)]
        cell = cells[1 + number % len(months)]
        assert cells[0].startswith(_flat(row[say("column.measure")]))
        assert row[say("export.column.round")] == months[number % len(months)]
        done, steps = row[say("step.done")], row[say("export.column.step_count")]
        assert done == MISSING or not steps or f"{done}/{steps}" in cell.replace(" ", "")
        assert all(words in cell for words in str(row[say("column.state")]).split(" · "))


@EVERY_STATE
def test_links_are_those_of_the_matrix(state: Looked) -> None:
    tables, shown = _tables(state, "coverage"), state.page("coverage")
    pairs = [row for row in tables[say("export.matrix")] if row[say("coverage.answers")] == say("export.yes")]
    sums = [int(row[-1]) for row in shown.rows(say("coverage.count")) if row[-1].isdigit()]
    measures = len({row[say("export.column.measure_no")] for row in tables[say("export.matrix")]})
    assert len(pairs) == sum(sums[: len(sums) // max(1, -(-measures // 20))])
    basis = tables[say("coverage.basis_title")]
    assert len(basis) == len(shown.rows(say("coverage.who"))) > 0
    for row, cells in zip(basis, shown.rows(say("coverage.who")), strict=True):
        assert cells[0] == _flat(row[say("column.measure")])
        assert cells[1].startswith(f"{row[say('export.column.indicator_no')]} ")
        assert str(row[say("coverage.who")]) in cells[2]


@pytest.mark.parametrize("state", ["scored"], indirect=True)
def test_years_are_those_of_the_trend(state: Looked) -> None:
    rows = _tables(state, "trend")[say("export.years")]
    assert [(row[say("filter.year")], row[say("unit.points")]) for row in rows] == [("2564", 74.04)]
    assert "74.04" in state.page("trend").text


@pytest.mark.parametrize("state", ["forty_measures"], indirect=True)
def test_nothing_is_shortened(state: Looked) -> None:
    rows = _tables(state, "executive")[say("export.executive.decisions")]
    assert sum(len(str(row[say("column.measure")]).split("\n")) for row in rows) == 40, state.name


@pytest.mark.parametrize("state", ["hostile"], indirect=True)
@EVERY_PAGE
def test_no_text_of_a_report_is_a_formula_in_a_file(page: str, state: Looked) -> None:
    for handed in _handed(state, page):
        if handed.label.endswith("XLSX"):
            cells = [cell for row in openpyxl_page(handed.content).iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, state.name
        else:
            texts = [text for row in texts_of_csv(handed) for text in row.values()]
            assert not [text for text in texts if text.lstrip().startswith(("=", "+", "-", "@"))]
        assert not set('<>:"/\\|?*') & set(handed.file_name)
        assert not any(tag in handed.label for tag in TAGS)


@EVERY_STATE
@EVERY_PAGE
def test_a_closed_row_costs_one_block_and_makes_nothing(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert list(shown.at.get("download_button")) == []
    assert [len(each.children) for each in _rows_that_open(shown)] == [0]


@pytest.mark.parametrize("state", ["no_report", "plan_alone"], indirect=True)
def test_where_nothing_is_there_nothing_is_handed_out(state: Looked) -> None:
    for page in WITH_TABLES:
        shown: Screen = visit(page)
        if state.name == "no_report":
            assert list(shown.at.expander) == []
        else:
            assert all(len(rows) > 0 for rows in tables_in(handed_out(shown)).values())


def test_every_page_with_a_table_is_looked_at() -> None:
    assert {*WITH_TABLES, *OF_OTHER_STATES} == {name for name, (section, *_) in PAGES.items() if section} - NOT_YET
