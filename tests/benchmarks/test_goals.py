"""The goals name the page that is furthest from them, and nothing where nothing was measured."""

from pathlib import Path

import pytest

from benchmarks.goals import GOALS, GOALS_OF_FILES
from benchmarks.pages import CHART, RERUN, SENT, TOLD, WORDS, Page
from benchmarks.pairs import Pair
from benchmarks.report import report


def page(path: str, told: list[float], chart: list[float], rerun: float, sent: float) -> Page:
    """A page of which everything was measured; its first words come as late as the bare page's."""
    made = Page(path, Path("page.py"), {"html": 1})
    figures = {WORDS: ([1000.0], [1000.0]), TOLD: (told, told), CHART: (chart, chart), RERUN: ([rerun], [100.0])}
    for what, (ours, bare) in figures.items():
        made.pair(what).ours.extend(ours)
        made.pair(what).bare.extend(bare)
    made.pair(SENT, "KB").ours.append(sent)
    return made


@pytest.fixture
def pages() -> list[Page]:
    return [page("calm", [900, 900], [1500, 1500], 90, 1000), page("late", [900, 1600], [1500, 1500], 120, 4100)]


def test_each_goal_is_held_against_the_page_furthest_from_it(pages: list[Page]) -> None:
    worst = [found for goal in GOALS if (found := goal.worst(pages))]
    assert [round(value, 2) for value, _ in worst] == [1.0, 100, 1.2, 4.1]
    assert [found.path for _, found in worst[1:]] == ["late"] * 3


def test_a_single_visit_in_which_words_wait_for_a_chart_is_not_hidden_by_a_median(pages: list[Page]) -> None:
    held_up = GOALS[1].worst(pages)
    assert held_up is not None
    assert held_up[0] == 1600 - 1500


def test_the_report_says_which_goal_is_missed_and_where(pages: list[Page]) -> None:
    lines = report([], pages).splitlines()
    told = lines[lines.index(next(line for line in lines if line.startswith("  goals"))) + 1 :][: len(GOALS)]
    assert [line.endswith("missed") for line in told] == [False, True, True, True]
    assert all("/late" in line for line in told[1:])


def test_nothing_is_said_of_what_was_not_measured() -> None:
    assert [goal.worst([Page("dumb", Path("page.py"), {})]) for goal in GOALS] == [None] * len(GOALS)
    assert "missed" not in report([], [Page("dumb", Path("page.py"), {})])


def test_files_have_goals_of_their_own_and_the_zip_another(pages: list[Page]) -> None:
    files = {"plan.docx": 30, "result.pdf": 1400, "everything.zip": 4900}
    pairs = [Pair(f"{name}, processor time", ours=[taken] * 3) for name, taken in files.items()]
    told = report([Pair("build of the database", ours=[9000.0]), *pairs], pages).splitlines()[-2:]
    assert [line.split()[-3:] for line in told] == [
        ["1.40", "result.pdf", "missed"],
        ["5.00", "4.90", "everything.zip"],
    ]
    assert [goal.worst([Pair("plan.docx, processor time")]) for goal in GOALS_OF_FILES] == [None, None]
