"""Words on their way into HTML: escaped, whole, and not one lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.ui.heads import Head
from ita_analysis.ui.rendering import render, whole_terms
from ita_analysis.vocabulary import words

OWN = re.compile(r'<span class="nb">|</span>')
TERMS = [str(term) for term in words("screen")["unbroken"]]
SPECIAL = st.sampled_from([*TERMS, "<b>", "&amp;", "&", '"', "'", "12 คน", '<span class="nb">', " "])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(SPECIAL, st.text(max_size=6))).map("".join))
def test_no_letter_is_lost_and_no_tag_comes_through(text: str) -> None:
    made = str(whole_terms(text))
    bare = OWN.sub("", made)
    assert unescape(bare) == text
    assert not re.search(r"[<>\"']", bare)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_kept_whole(term: str) -> None:
    assert f'<span class="nb">{term}' in str(whole_terms(f"ก่อน {term} หลัง"))


def test_nothing_is_an_empty_text() -> None:
    assert str(whole_terms(None)) == ""


@pytest.mark.parametrize("kind", ["problem", "note", "done"])
def test_a_message_is_words(kind: str) -> None:
    made = render("message", kind=kind, lines=["<script>alert(1)</script>", "![x](https://outside.example)"])
    assert "<script" not in made
    assert "![x](https://outside.example)" in made


def test_a_value_that_a_template_lacks_is_no_silent_blank() -> None:
    with pytest.raises(Exception, match="undefined"):
        render("message", kind="note")


def test_a_value_is_escaped_where_the_template_says_nothing_about_it() -> None:
    hostile = '"><script>alert(1)</script>'
    made = render("head", head=Head(hostile, (), "ก", "", is_synthetic=False))
    assert "<script" not in made
    assert hostile not in made
