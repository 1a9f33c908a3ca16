"""Texts as the PDF's font can show them, and where their lines may break."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ita_analysis.thai.dates import MONTHS
from ita_analysis.thai.text import clean, straight
from ita_analysis.vocabulary import pattern

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Sarabun PDF"
NO_LETTER = "\ufffd"
# No space and no Thai: an address, or letters without sense.
_LONG_RUN = re.compile(r"[^\s\u0e00-\u0e7f]{20,}")
_PART_OF_RUN = re.compile(r"[^/.\-_?&=#@,:;+%]{0,15}[/.\-_?&=#@,:;+%]{0,4}")
# One or a few letters again and again are no words, and a line finds no end of a word in them.
_REPEATED = re.compile(r"(\S{1,4}?)\1{9,}")
_PART_OF_REPEATED = re.compile(r"\S{1,8}[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]{0,8}")
# More marks on one letter than any word has; a PDF's string could not hold thousands.
_MARK = r"[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_MARKS = re.compile(f"({_MARK}{{8}}){_MARK}+")
# A line may not break before a bracket by the rule of Unicode; in a narrow cell it has to.
_BEFORE_BRACKET = re.compile(r"(?<=[\u0e01-\u0e5b])(?=[(\[“])")


def lines_of(text: str) -> list[list[str]]:
    """Return the lines of a text, each as the pieces between which it may break, in letters that the font has."""
    return [_pieces(line) for line in shown(text).split("\n")]


def running(text: str) -> list[list[str]]:
    """Return the lines of a text that has room: a number stays with what it counts."""
    return [_pieces(_with_numbers(line)) for line in shown(text).split("\n")]


def shown(text: str) -> str:
    """Return the text as the PDF shows it: in one spelling, read from left to right, U+FFFD for what the font lacks."""
    spelled = _MARKS.sub(r"\1", clean(straight(text)))
    missing = {ord(letter): _nearest(letter) for letter in set(spelled) - letters() - {"\n"}}
    return unicodedata.normalize("NFC", spelled.translate(missing)) if missing else spelled


@cache
def said_by_glyphs() -> Mapping[str, str]:
    """Return what each glyph of the font says, by the fingerprint of its outline."""
    return dict(json.loads((FONTS / "glyphs.json").read_text(encoding="utf-8")))


@cache
def letters() -> frozenset[str]:
    """Return the letters that the font has."""
    return frozenset({" ", *(said for said in said_by_glyphs().values() if len(said) == 1)})


def _nearest(letter: str) -> str:
    """Return the letters that mean the same, nothing for a mark or a sign that is not seen, or U+FFFD."""
    same = unicodedata.normalize("NFKD", letter)
    if letters() >= set(same):
        return same
    return "" if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Sk") else NO_LETTER


def _pieces(line: str) -> list[str]:
    opened = _opened(_BEFORE_BRACKET.sub("\n", line), _LONG_RUN, _PART_OF_RUN)
    return _opened(opened, _REPEATED, _PART_OF_REPEATED).split("\n")


def _with_numbers(line: str) -> str:
    """Return a line whose numbers do not part from what they count; in a day its spaces are where it parts best."""
    return pattern("screen", "with_number").sub(
        lambda found: found[0] if any(month in found[0] for month in MONTHS) else found[0].replace(" ", "\u00a0"), line
    )


def _opened(line: str, run: re.Pattern[str], part: re.Pattern[str]) -> str:
    return run.sub(lambda found: "\n".join(filter(None, part.findall(found[0]))), line)
