"""Tokens: every pair of colours can be read in light and dark, each token is whole, CSS and figures get all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PIL import ImageColor

from ita_analysis.figures import style
from ita_analysis.look import DARK, LIGHT, colour, contrast, css_variables, figure_rules, in_figure, tokens
from ita_analysis.ui import serving
from tests.look.styles import DRAWING, SHEETS, TEMPLATES, read, rules_in, variables

COLOURS = tuple(tokens()["colour"])
FIGURE = tuple(tokens()["figure"]["colours"])
WORDS, MARKS = 4.5, 3.0
MODES = pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])


def pairs(table: str) -> list[tuple[str, str]]:
    return [(name, ground) for name, grounds in tokens()[table].items() for ground in grounds]


def variable_names() -> Iterator[str]:
    """Yield the CSS variables that tokens have to become, written without the code that makes them."""
    for name in COLOURS:
        yield name.replace("_", "-")
    for name in tokens()["letters"]:
        yield f"{name.replace('_', '-')}-size"
        yield f"{name.replace('_', '-')}-line"
    for name in tokens()["space"]:
        yield f"space-{name}"


@MODES
@pytest.mark.parametrize(("name", "ground"), pairs("words_on"))
def test_words_can_be_read_on_their_ground(name: str, ground: str, mode: int) -> None:
    assert contrast(colour(name, mode), colour(ground, mode)) >= WORDS


@MODES
@pytest.mark.parametrize(("name", "ground"), pairs("marks_on"))
def test_marks_can_be_seen_on_their_ground(name: str, ground: str, mode: int) -> None:
    assert contrast(colour(name, mode), colour(ground, mode)) >= MARKS


def test_pairs_are_of_colours_that_exist_and_each_stands_once() -> None:
    for table in ("words_on", "marks_on"):
        stated = pairs(table)
        assert {name for pair in stated for name in pair} <= set(COLOURS)
        assert len(stated) == len(set(stated))


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_has_a_code_for_each_mode(name: str) -> None:
    codes = tokens()["colour"][name]
    assert len(codes) == 2
    assert all(re.fullmatch("#[0-9A-F]{6}", code) for code in codes)
    assert (colour(name, LIGHT), colour(name, DARK)) == tuple(codes)


def test_no_two_colours_are_the_same_in_both_modes() -> None:
    codes = [tuple(each) for each in tokens()["colour"].values()]
    assert len(codes) == len(set(codes))


def test_every_token_is_a_variable_of_css() -> None:
    sheet = css_variables()
    found = re.findall(r"--([a-z0-9-]+): ([^;]+);", sheet)
    assert [name for name, _ in found] == list(variable_names())
    assert dict(found)["accent-tint"] == f"light-dark({colour('accent_tint', LIGHT)}, {colour('accent_tint', DARK)})"
    assert sheet.count("{") == sheet.count("}") == 1


def test_every_token_is_used() -> None:
    used = variables("\n".join(read([*SHEETS, *TEMPLATES]).values()))
    drawn = {name.replace("_", "-") for name in FIGURE}
    assert [name for name in variable_names() if name not in used | drawn] == []


def test_a_figure_names_a_colour_as_that_of_light_and_no_two_alike() -> None:
    """The style sheet knows a token by its colour in light: two with one colour could not be told apart in dark."""
    codes = [in_figure(name) for name in FIGURE]
    assert codes == [colour(name, LIGHT) for name in FIGURE]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("part", ["fill", "stroke"])
@pytest.mark.parametrize("name", FIGURE)
def test_a_colour_of_a_figure_follows_the_viewing_mode(name: str, part: str) -> None:
    written = "rgb({}, {}, {})".format(*ImageColor.getrgb(colour(name, LIGHT)))
    holding = [rule for rule in rules_in(figure_rules()) if written in rule.selector and part in rule.declared]
    assert {rule.colour(part) for rule in holding} == {name}
    assert all("!important" in rule.declared[part] for rule in holding), "Plotly writes into the element itself"


def test_the_rules_of_figures_reach_figures_alone() -> None:
    sheet = figure_rules()
    assert all(line.startswith(".js-plotly-plot ") for line in sheet.splitlines())
    assert variables(sheet) == {name.replace("_", "-") for name in FIGURE}
    assert sheet in serving.style()


def test_every_colour_of_figures_is_drawn_with_and_no_other_can_be_named() -> None:
    constants = {code: name for name, code in vars(style).items() if isinstance(code, str) and code.startswith("#")}
    assert set(constants) == {in_figure(name) for name in FIGURE}
    sources = "\n".join(read([file for file in DRAWING if file.parent.name == "figures"]).values())
    assert [name for name in constants.values() if len(re.findall(rf"\b{name}\b", sources)) < 2] == []
    with pytest.raises(KeyError):
        in_figure("good")
