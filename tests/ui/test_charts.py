"""Charts: each is drawn in the colours that the style sheet turns, has words, and its data stand in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ita_analysis import look
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui.frame import PAGES
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import STATES

WITH_CHARTS = ("executive", "weaknesses", "trend", "way", "rounds")
EVERY_STATE = pytest.mark.parametrize("state", ["shipped", *STATES], indirect=True)
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\([^)]*\)")
SCORE = re.compile(r"<b>(\d+\.\d\d)</b>")
ROUND = re.compile(say("figure.done", done=r"(\d+)", steps=r"(\d+)"))


@EVERY_STATE
def test_only_some_pages_have_charts_and_each_one_at_most_but_for_the_trend(state: Looked) -> None:
    counts = {page: len(state.page(page).charts) for page in PAGES}
    assert {page for page, count in counts.items() if count} <= set(WITH_CHARTS)
    assert counts.pop("trend") in {0, 2}, "the years, and the indicators beside them"
    assert max(counts.values()) <= 1


@EVERY_STATE
@pytest.mark.parametrize("page", WITH_CHARTS)
def test_a_chart_has_words_and_a_heading(page: str, state: Looked) -> None:
    shown = state.page(page)
    for chart in shown.charts:
        assert len(chart["alt"]) > 20, "a chart without words"
        assert shown.elements("h2"), "a chart without a heading"


@EVERY_STATE
@pytest.mark.parametrize("page", WITH_CHARTS)
def test_a_chart_names_only_colours_that_follow_the_viewing_mode(page: str, state: Looked) -> None:
    known = {look.in_figure(name) for name in look.tokens()["figure"]["colours"]} | {"rgba(0,0,0,0)"}
    for chart in state.page(page).charts:
        own = {name: part for name, part in chart["layout"].items() if name != "template"}
        assert set(_colours([chart["data"], own])) <= known
        assert all(trace["line" if trace.get("mode") == "lines" else "marker"]["color"] for trace in chart["data"]), (
            "the template would colour it"
        )
        assert not chart["theme"], "Streamlit's theme would put its own colours in"


@pytest.mark.parametrize("state", ["shipped", "scored"], indirect=True)
@pytest.mark.parametrize("page", WITH_CHARTS)
def test_charts_do_not_depend_on_the_viewing_mode(page: str, state: Looked) -> None:
    dark = visit(page, theme="dark")
    assert dark.problems == []
    assert dark.charts == state.page(page).charts
    assert dark.html == state.page(page).html


@EVERY_STATE
def test_every_score_of_the_chart_stands_in_the_table(state: Looked) -> None:
    shown = state.page("weaknesses")
    for chart in shown.charts:
        drawn = [found[0] for text in texts_of(chart) if (found := SCORE.findall(text))]
        table = [row[2] for row in shown.rows(say("column.level"))]
        assert [cell for cell in table if cell != say("missing")] == drawn
        assert len(table) == 10
        (missing, means, own, before) = chart["data"]
        assert [float(cell) for cell in table if cell != say("missing")] == [x for x in own["x"] if x is not None]
        assert [number for number, cell in enumerate(table) if cell == say("missing")] == missing["y"]
        rows = shown.rows(say("column.level"))
        assert [row[-2] for row in rows] == _printed(means["x"])
        if len(rows[0]) > 5:  # the year before stands in columns of its own where there is one
            assert [row[3] for row in rows] == _printed(before["x"])
        else:
            assert not any(before["x"])


@EVERY_STATE
def test_every_date_of_the_time_line_stands_in_the_table_and_in_words(state: Looked) -> None:
    shown = state.page("executive")
    for chart in shown.charts:
        marked = sorted(date.fromisoformat(x[:10]) for trace in chart["data"][:2] for x in trace["x"])
        table = [row for row in shown.rows(say("column.date")) if len(row) == 4]
        assert [row[0] for row in table] == [long_date(day) for day in marked]
        assert all(f"{title} {day}" in chart["alt"] for day, title, _, _ in table if state.name != "hostile")
        assert {row[3] for row in table} <= {say("origin.inside"), say("origin.outside")}


@EVERY_STATE
def test_every_round_of_the_steps_stands_in_the_table_and_in_words(state: Looked) -> None:
    shown = state.page("rounds")
    for chart in shown.charts:
        sums = shown.rows(say("column.measure"))[len(_measures(shown))]
        table = [tuple(re.findall(r"\d+", cell)[:2]) for cell in sums[1:]]
        assert table, "no round is summed up"
        drawn = [ROUND.search(text) for text in texts_of(chart) if "<b>" in text]
        heard = [ROUND.search(part) for part in chart["alt"].split(". ")]
        assert [found.groups() if found else () for found in drawn] == table
        assert [found.groups() if found else () for found in heard] == table
        assert [cell for cell in sums[1:] if not re.search(r"\d", cell)] == [say("rounds.no_result")] * table.count(())


def _printed(scores: list[float | None]) -> list[str]:
    return [say("missing") if score is None else f"{score:.2f}" for score in scores]


def _measures(shown: Screen) -> list[str]:
    """Return the measures of the table of rounds."""
    rows = shown.body(say("rounds.until", date="").strip())
    return [row.cells[0] for row in rows if row.links]


def _colours(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for each in part.values():
            yield from _colours(each)
    elif isinstance(part, list):
        for each in part:
            yield from _colours(each)
    elif isinstance(part, str):
        yield from COLOUR.findall(part)
