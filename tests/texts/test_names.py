"""Names of the field with the places where a line may break, and the words that stand for Streamlit's own."""

from __future__ import annotations

import inspect
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import streamlit
from streamlit.runtime import backend_operation_handler

from ita_analysis import framework
from ita_analysis.framework.model import Length
from ita_analysis.texts import catalogue, phrases
from ita_analysis.ui import serving
from ita_analysis.vocabulary import words

LONGEST_PHRASE = 20
WIDGETS = {key.removeprefix("widget."): text for key, text in catalogue().items() if key.startswith("widget.")}
BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"


@cache
def indicator_names(*lengths: Length) -> frozenset[str]:
    """Return the names of all indicators of all fiscal years."""
    packs = [framework.load(year) for year in framework.fiscal_years()]
    return frozenset(
        pack.name(each.no, length)
        for pack in packs
        for each in pack.indicators
        for length in lengths or ("full", "short")
    )


@cache
def scripts() -> str:
    """Return the scripts that Streamlit sends, and what answers them where a file is made at the press."""
    sent = "".join(file.read_text(encoding="utf-8") for file in BUNDLE.glob("*.js"))
    return sent + inspect.getsource(backend_operation_handler)


def streamlit_says(english: str) -> bool:
    """Return whether Streamlit or its answer has words as a whole literal, or before a name that is filled in."""
    return f"`{english} ${{" in scripts() or any(f"{sign}{english}{sign}" in scripts() for sign in "`\"'")


def graphemes(text: str) -> int:
    """Return how many letters stand beside each other; vowels and tones above and below take no room."""
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def test_there_are_names_and_words() -> None:
    assert len(indicator_names()) >= 10
    assert len(phrases()) >= len(indicator_names())


@pytest.mark.parametrize("name", sorted(phrases()))
def test_the_phrases_of_a_name_are_the_name(name: str) -> None:
    assert "".join(phrases()[name]) == name
    assert all(phrase == phrase.strip() != "" for phrase in phrases()[name])


@pytest.mark.parametrize("name", sorted(phrases()))
def test_no_phrase_is_too_long_to_stay_on_one_line_of_a_phone(name: str) -> None:
    assert [phrase for phrase in phrases()[name] if graphemes(phrase) > LONGEST_PHRASE] == []


@pytest.mark.parametrize("name", sorted(phrases()))
def test_no_phrase_begins_or_ends_within_a_syllable(name: str) -> None:
    """A mark above or below belongs to the letter before it, a vowel that is written first to the letter after it."""
    assert [phrase for phrase in phrases()[name] if unicodedata.category(phrase[0]) == "Mn" or phrase[0] in "ะาำ"] == []
    assert [phrase for phrase in phrases()[name] if phrase[-1] in "เแโใไ"] == []


def test_every_name_of_an_indicator_has_its_phrases() -> None:
    assert indicator_names() - set(phrases()) == set()


def test_every_name_with_phrases_is_said_somewhere() -> None:
    said = {text for key, text in catalogue().items() if not key.startswith(("official.", "widget."))}
    known = indicator_names("full", "short", "tile") | set(words("agency")["strong"])
    unknown = set(phrases()) - known
    assert {name for name in unknown if not any(name in text for text in said)} == set()


@pytest.mark.parametrize("english", sorted(WIDGETS))
def test_a_replaced_word_is_one_that_streamlit_says(english: str) -> None:
    assert streamlit_says(english)


@pytest.mark.parametrize("english", ["No such words", "No result"])
def test_a_word_that_streamlit_does_not_say_is_told(english: str) -> None:
    assert not streamlit_says(english)


def test_the_script_of_the_screen_carries_every_replaced_word() -> None:
    script = serving.script()
    assert [text for pair in WIDGETS.items() for text in pair if f'"{text}"' not in script] == []
    assert "WORDS" not in script, "the place of the words was not filled"
