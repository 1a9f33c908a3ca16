"""Streamlit's own theme, which the browser takes its colours from, says the same as the tokens."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from ita_analysis.figures.style import FONT
from ita_analysis.look import DARK, LIGHT, colour, contrast
from ita_analysis.paths import PROJECT, STATIC

SETTINGS = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEME: dict[str, Any] = SETTINGS["theme"]
MODES = pytest.mark.parametrize(("mode", "name"), [(LIGHT, "light"), (DARK, "dark")], ids=["light", "dark"])
SAME = {
    "backgroundColor": "bg",
    "secondaryBackgroundColor": "surface",
    "textColor": "ink",
    "borderColor": "line",
    "linkColor": "accent",
}
# What no token says: it has to carry Streamlit's white letters in both modes.
OTHERS = {"primaryColor"}


@MODES
@pytest.mark.parametrize("option", SAME)
def test_a_colour_of_the_theme_is_that_of_the_token(option: str, mode: int, name: str) -> None:
    assert THEME[name][option] == colour(SAME[option], mode)


@MODES
def test_no_colour_of_the_theme_is_left_unchecked(mode: int, name: str) -> None:
    stated = {option for option, value in THEME[name].items() if "#" in str(value)}
    assert stated == set(SAME) | OTHERS
    assert [option for option, value in THEME.items() if isinstance(value, str) and value.startswith("#")] == []
    assert colour("bg", mode) != colour("ink", mode)


@MODES
def test_streamlits_main_button_can_be_read_and_seen(mode: int, name: str) -> None:
    primary = THEME[name]["primaryColor"]
    assert contrast(primary, "#FFFFFF") >= 4.5, "Streamlit writes white on it"
    assert contrast(primary, colour("bg", mode)) >= 3


def test_in_light_the_main_button_has_the_accent() -> None:
    assert THEME["light"]["primaryColor"] == colour("accent", LIGHT)


def test_screens_and_figures_have_the_same_letters() -> None:
    assert THEME["font"] == FONT
    assert FONT.split(",")[0] in {face["family"] for face in THEME["fontFaces"]}


def test_every_face_of_the_letters_is_a_file_that_is_served() -> None:
    for face in THEME["fontFaces"]:
        file = STATIC / face["url"].removeprefix("app/static/")
        assert face["url"].startswith("app/static/")
        assert file.read_bytes()[:4] == b"wOF2", face["url"]
    assert SETTINGS["server"]["enableStaticServing"] is True
    assert {face["weight"] for face in THEME["fontFaces"]} == {400, 600, 700}


def test_the_base_of_rem_is_what_the_tokens_are_measured_in() -> None:
    tokens_file = (PROJECT / "ita_analysis" / "look" / "tokens.toml").read_text(encoding="utf-8")
    (stated,) = re.findall(r"rem of (\d+) px", tokens_file)
    assert THEME["baseFontSize"] == int(stated)
