"""What holds of every figure: colours of the tokens alone, Thai words, own letters, nothing to drag."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ita_analysis.figures.dots import indicator_dots
from ita_analysis.figures.steps import steps_by_round
from ita_analysis.figures.style import CONFIG, FONT, HATCHED, INK, note
from ita_analysis.figures.timeline import timeline
from ita_analysis.look import in_figure, tokens
from ita_analysis.thai.text import has_thai
from tests.figures.drawn import Drawn, colours_of, drawn, words_of
from tests.figures.test_dots import BANDS, BY_LEVEL, LIMITS, MEANS, YEARS
from tests.figures.test_steps import FOUR, SIX
from tests.figures.test_timeline import MIXED, TWO_ROUNDS, _evidence
from tests.look.styles import NO_COLOUR
from tests.sentences.tables import board, rounds

FIGURES: dict[str, Any] = {
    "dots": lambda: indicator_dots(board({7: 0}, BY_LEVEL, MEANS), BANDS, LIMITS, YEARS),
    "dots-of-nothing": lambda: indicator_dots(board(), BANDS.iloc[:0], LIMITS, YEARS),
    "steps": lambda: steps_by_round(rounds(*SIX, *FOUR)),
    "timeline": lambda: timeline(_evidence(*MIXED), TWO_ROUNDS),
}
LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(params=FIGURES)
def figure(request: pytest.FixtureRequest) -> Drawn:
    """Each figure in turn."""
    return drawn(FIGURES[request.param]())


def _own(figure: Drawn) -> list[Any]:
    return [figure["data"], {name: part for name, part in figure["layout"].items() if name != "template"}]


def test_a_figure_names_colours_of_the_tokens_alone(figure: Drawn) -> None:
    known = {in_figure(name) for name in tokens()["figure"]["colours"]}
    used = set(colours_of(_own(figure)))
    assert used - known == {NO_COLOUR}
    assert len(used & known) >= 3


def test_the_ground_is_the_page_itself(figure: Drawn) -> None:
    assert figure["layout"]["paper_bgcolor"] == figure["layout"]["plot_bgcolor"] == NO_COLOUR


def test_a_figure_speaks_thai(figure: Drawn) -> None:
    plain = [re.sub(r"</?b>|<br>", " ", words) for words in words_of(figure)]
    grades = set(BANDS["grade"])
    assert [words for words in plain if LATIN.search(words) and words not in grades] == []
    assert any(has_thai(words) for words in plain)
    assert [words for words in plain if re.search(r"\bnan\b|\bNone\b|NaT", words)] == []


def test_words_of_a_figure_are_no_markup_but_bold_and_line_ends(figure: Drawn) -> None:
    tags = {tag for words in words_of(figure) for tag in re.findall(r"</?\w+", words)}
    assert tags <= {"<b", "</b", "<br"}


def test_figures_speak_in_the_own_letters_and_cannot_be_dragged(figure: Drawn) -> None:
    layout = figure["layout"]
    assert layout["font"]["family"] == layout["hoverlabel"]["font"]["family"] == FONT
    sizes = [layout["font"]["size"], *(each["font"]["size"] for each in layout["annotations"])]
    assert min(sizes) >= 14
    assert layout["showlegend"] is False
    assert layout["dragmode"] is False
    assert all(layout[axis]["fixedrange"] for axis in ("xaxis", "yaxis"))
    assert CONFIG["displayModeBar"] is False


def test_bars_and_marks_are_the_only_traces_and_only_bars_of_the_unknown_are_hatched(figure: Drawn) -> None:
    assert {trace["type"] for trace in figure["data"]} <= {"bar", "scatter"}
    hatched = [trace for trace in figure["data"] if trace["marker"].get("pattern")]
    assert all(trace["marker"] == HATCHED and trace["type"] == "bar" for trace in hatched)


def test_a_note_keeps_where_it_stands_and_has_a_colour_and_a_size() -> None:
    made = note("ก", x=1, y=2, size=18)
    assert made == {"text": "ก", "showarrow": False, "x": 1, "y": 2, "font": {"size": 18, "color": INK}}
