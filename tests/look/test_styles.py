"""Style sheets, templates and drawing code take every colour from the tokens, and no pair that was not proved."""

from __future__ import annotations

import re

import pytest

from ita_analysis.look import css_variables, tokens
from tests.look.styles import (
    DRAWING,
    SCRIPTS,
    SHEETS,
    TEMPLATES,
    Rule,
    colour_codes,
    colours_in_code,
    colours_in_css,
    colours_in_markup,
    defined,
    read,
    rules,
    rules_in,
    settled,
    variables,
)

CONTROLS = (
    "stTextInputRootElement",
    "stTextAreaRootElement",
    "stFileUploaderDropzone",
    "stSelectbox",
    "stMultiSelect",
    "stRadioOption",
    "stCheckbox",
    "stBaseButton-secondary",
)


def unproved(all_rules: tuple[Rule, ...]) -> set[tuple[str, str, str]]:
    """Return where words of a token stand on the ground of another, and nobody said that this can be read."""
    proved = tokens()["words_on"]
    found = set()
    for rule in all_rules:
        words, ground = settled(all_rules, rule)
        if words and ground in tokens()["colour"] and ground not in proved.get(words, []):
            found.add((rule.place, words, str(ground)))
    return found


def test_there_is_something_to_look_at() -> None:
    assert all(len(files) > 0 for files in (SHEETS, TEMPLATES, SCRIPTS, DRAWING))
    assert len(rules()) > 100


def test_every_variable_that_is_asked_for_exists() -> None:
    texts = "\n".join(read([*SHEETS, *TEMPLATES, *SCRIPTS]).values())
    known = defined(css_variables()) | defined(texts)
    assert variables(texts) - known == set()


def test_every_variable_that_a_sheet_defines_is_asked_for() -> None:
    texts = "\n".join(read([*SHEETS, *TEMPLATES]).values())
    assert defined(texts) - variables(texts) == set()
    assert defined(texts) & defined(css_variables()) == set(), "a token is defined once"


def test_no_style_sheet_states_a_colour_itself() -> None:
    assert {name: found for name, css in read(SHEETS).items() if (found := colours_in_css(css))} == {}


def test_no_template_states_a_colour_itself() -> None:
    assert {name: found for name, html in read(TEMPLATES).items() if (found := colours_in_markup(html))} == {}


def test_no_script_states_a_colour_itself() -> None:
    assert {name: found for name, text in read(SCRIPTS).items() if (found := colour_codes(text))} == {}


def test_no_figure_page_or_screen_states_a_colour_itself() -> None:
    assert {name: found for name, source in read(DRAWING).items() if (found := colours_in_code(source))} == {}


def test_words_stand_only_on_grounds_where_they_were_proved() -> None:
    assert unproved(rules()) == set()


def test_every_colour_of_words_was_proved_on_the_page_itself() -> None:
    words = {token for rule in rules() if (token := rule.colour("color"))}
    assert words, "no rule colours words"
    alone = {token for token in words if token != "bg"}
    assert {token for token in alone if "bg" not in tokens()["words_on"].get(token, [])} == set()


def test_the_tones_of_a_headline_have_their_colour() -> None:
    tones = {rule.selector.rpartition(".")[2]: rule for rule in rules() if rule.selector.startswith(".ita h1 .")}
    assert tones
    assert {tone: rule.colour("color") for tone, rule in tones.items()} == {tone: tone for tone in tones}


def test_rules_are_read_as_the_browser_reads_them() -> None:
    css = """
/* a { color: red } */
.a, .b:is(i, [title="x, y"]) { color: var(--ink); background: var(--bg) }
@media (max-width: 700px) { .a:hover { background: var(--accent-tint); }
  .c { border: 1px solid var(--line); color: var(--muted); color: var(--urgent) } }
"""
    found = list(rules_in(css))
    assert [rule.selector for rule in found] == [".a", '.b:is(i, [title="x, y"])', ".a:hover", ".c"]
    assert [rule.place for rule in found] == ["sheet:3", "sheet:3", "sheet:4", "sheet:5"]
    assert [rule.colour("color") for rule in found] == ["ink", "ink", None, "urgent"]
    assert settled(tuple(found), found[2]) == ("ink", "accent_tint")
    assert settled(tuple(found), found[3]) == ("urgent", None)


def test_a_pair_that_was_not_proved_is_told() -> None:
    bad = tuple(rules_in(".x { color: var(--line); background: var(--surface); }"))
    base = ".x { color: var(--bg); background: var(--accent); }"
    worse = tuple(rules_in(f"{base}\n.x:hover {{ background: var(--line); }}"))
    assert unproved(bad) == {("sheet:1", "line", "surface")}
    assert unproved(worse) == {("sheet:2", "bg", "line")}


@pytest.mark.parametrize(
    "css",
    [
        "a { color: red }", "a { border: 1px solid White; }", "a { background: #FFF }", "a { color: rgb(1 2 3) }",
        "@media (x) { a { box-shadow: 0 0 1px rgba(0,0,0,.5); } }",
        "a { background: linear-gradient(navy, var(--bg)) }",
    ],
)  # fmt: skip
def test_a_colour_in_a_sheet_is_told(css: str) -> None:
    assert len(colours_in_css(css)) == 1


@pytest.mark.parametrize(
    "css",
    [
        "a { color: var(--red); background: none }", "a#facade { color: inherit; }", ".tan { margin: 1px }",
        "a::after { content: 'x' } /* red */", "a { text-decoration-color: currentcolor; background: transparent; }",
    ],
)  # fmt: skip
def test_what_is_no_colour_of_a_sheet_is_left_alone(css: str) -> None:
    assert colours_in_css(css) == []


@pytest.mark.parametrize("html", ['<i style="color: red">', "<i style='background:#abc'>", '<td bgcolor="navy">'])
def test_a_colour_in_markup_is_told(html: str) -> None:
    assert len(colours_in_markup(html)) == 1
    assert colours_in_markup('<a href="#number-1" class="red" style="left:{{ score }}%">navy</a>') == []


@pytest.mark.parametrize("source", ["x = '#c60'", "mark(color='white')", "f'rgba({r}, 1, 2, 3)'", "x = '#000001'"])
def test_a_colour_in_code_is_told(source: str) -> None:
    assert len(colours_in_code(source)) == 1
    assert colours_in_code("'''A red #fff.'''\nshow('section', place='#findings', tone='develop')  # red") == []


def test_a_style_sheet_is_whole() -> None:
    for name, css in read(SHEETS).items():
        plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
        assert plain.count("{") == plain.count("}"), name
        assert "!ital" not in plain


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_is_told_from_the_page_and_from_its_own_ground_by_a_border_that_was_proved(control: str) -> None:
    borders = {rule.colour("border-color") for rule in rules() if f'[data-testid="{control}"]' in rule.selector}
    (border,) = borders - {None}
    assert {"bg", "surface"} <= set(tokens()["marks_on"][str(border)])
