"""Thai characters: one spelling for each word, whatever program wrote it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# What no spreadsheet can hold: control characters but tab and line end, halves of surrogates, noncharacters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TURNING = re.compile(f"[{''.join(sorted(DIRECTIONS))}]")
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
# A run of marks is tried from its first one alone: else a long one takes the time of its square.
_NIKHAHIT_AND_AA = re.compile(f"(?<![{_TONES}])([{_TONES}]*)\u0e4d([{_TONES}]*)\u0e32")
_TONES_AFTER_AM = re.compile(f"(?<!\u0e33)(\u0e33+)([{_TONES}]+)")
_LONG = 2_000
_LONGEST_PASSAGE = 240


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Return the text in one spelling: NFC, sara am whole, no invisible characters, single spaces.

    Line ends are kept; `น้ํา` (nikhahit and sara aa) becomes `น้ำ`, a doubled sara e becomes sara ae.
    """
    text = _composed(text.translate(_INVISIBLE))
    text = _NIKHAHIT_AND_AA.sub("\\1\\2\u0e33", text)
    text = _TONES_AFTER_AM.sub("\\2\\1", text).replace("\u0e40\u0e40", "\u0e41")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0b", "\n")
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """Return the cleaned text on one line."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def key(text: str) -> str:
    """Return what two spellings of the same words share: no spaces, no punctuation, Arabic digits."""
    return re.sub(r"[^\w\u0e01-\u0e4e]+|_+", "", to_arabic(clean(text))).lower()


def to_arabic(text: str) -> str:
    """Return the text with Thai digits written as Arabic ones."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return the text with Arabic digits written as Thai ones."""
    return text.translate(_TO_THAI)


def has_thai(text: str) -> bool:
    """Return whether any Thai letter stands in the text."""
    return any("\u0e01" <= c <= "\u0e2e" for c in text)


def first_letters(text: str, most: int) -> str:
    """Return a text that is longer than so many letters cut there, never between a letter and what stands on it."""
    end = most
    while end < len(text) and not is_start(text[end]):
        end += 1
    return text if end >= len(text) else f"{text[:end].rstrip()}…"


def is_start(letter: str) -> bool:
    """Return whether a letter can stand first: it does not stand on, under or at the end of the one before."""
    return unicodedata.category(letter) != "Mn" and letter != "\u0e33"


def passage(text: str, start: int, end: int) -> str:
    """Return a text with a span of it whole: all of it where it is short, else the span from blank to blank."""
    if len(text) <= _LONGEST_PASSAGE:
        return text
    after = text.find(" ", end)
    start, end = text.rfind(" ", 0, start + 1) + 1, len(text) if after < 0 else after
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def columns_of(text: str) -> int:
    """Return how many columns a text takes in a line: vowels and tones above and below a letter take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def printable(text: str) -> str:
    """Return the text without what no file of a spreadsheet can hold; every line ends in one way."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def straight(text: str) -> str:
    """Return the printable text as files show it: without marks that turn the direction of what follows."""
    return undirected(printable(text))


def undirected(text: str) -> str:
    """Return the text without marks that turn the direction of what follows.

    Hostile in a name (what looks like `ไฟล์exe.docx` may end in .exe), of no use in Thai.
    """
    return _TURNING.sub("", text)


def _composed(text: str) -> str:
    """Return the text in NFC; the marks of a long one are put in order first, which takes `normalize` their square."""
    if len(text) > _LONG:
        text = text.translate({ord(sign): unicodedata.normalize("NFD", sign) for sign in set(text)})
        runs = groupby(text, key=lambda sign: unicodedata.combining(sign) > 0)
        ordered = (sorted(run, key=unicodedata.combining) if are_marks else run for are_marks, run in runs)
        text = "".join(sign for run in ordered for sign in run)
    return unicodedata.normalize("NFC", text)
