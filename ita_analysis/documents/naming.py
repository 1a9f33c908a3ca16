"""Names of files and of their sheets that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ita_analysis.documents.tables import About
from ita_analysis.texts import say
from ita_analysis.thai.text import straight

_OFFICE = "application/vnd.openxmlformats-officedocument"
# What a browser is told that a file is, by its ending.
MEDIA_TYPES = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
}
MOST_BYTES = 200
_LONGEST_ENDING = max(MEDIA_TYPES, key=len)
MOST_LETTERS = 31  # of a sheet's name; Excel counts UTF-16 units
_REFUSED = re.compile(r'[<>:"/\\|?*\s]+')  # by Windows; a space is no letter of an address
_REFUSED_OF_SHEETS = re.compile(r"[\[\]:*?/\\]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def file_name(about: About, name: str, ending: str) -> str:
    """Return the name of a file: made-up data say so first, then what, whose and of which year.

    Files of one year that differ only in their ending are cut alike.
    """
    first = say("head.synthetic") if about.is_synthetic else ""
    last = str(about.fiscal_year_be or "")
    room = MOST_BYTES - sum(_size(part) + 1 for part in (first, last, max(ending, _LONGEST_ENDING, key=len)))
    what = _cut(_plain(f"{name} {about.part}"), room if not about.agency_short else room * 2 // 3)
    whose = _cut(_plain(about.agency_short), room - _size(what) - 1)
    stem = "_".join(part for part in (_plain(first), what, whose, last) if part)
    return f"_{stem}.{ending}" if _RESERVED.match(stem) else f"{stem}.{ending}"


def sheet_names(names: Iterable[str]) -> Iterator[str]:
    """Yield names that Excel takes, each another one whatever the size of its letters."""
    seen = {"history", ""}
    for name in names:
        plain = _within(_REFUSED_OF_SHEETS.sub("", straight(name)).replace("\n", " ").strip("' "), MOST_LETTERS)
        made, number = plain, 1
        while made.strip("' ").lower() in seen:
            number += 1
            made = f"{_within(plain, MOST_LETTERS - len(str(number)) - 1)} {number}".strip()
        seen.add(made.lower())
        yield made


def _plain(text: str) -> str:
    return _REFUSED.sub("-", straight(text)).strip("-. ")


def _cut(text: str, room: int) -> str:
    """Return as many whole letters, each with its vowels and tones, as take so many bytes."""
    kept, size = "", 0
    for each in _letters(text):
        size += _size(each)
        if size > room:
            break
        kept += each
    return kept.rstrip("-. ")


def _letters(text: str) -> Iterator[str]:
    whole = ""
    for letter in text:
        if whole and not unicodedata.category(letter).startswith("M"):
            yield whole
            whole = ""
        whole += letter
    yield whole


def _within(text: str, most: int) -> str:
    while len(text.encode("utf-16-le")) // 2 > most:
        text = text[:-1]
    return text.rstrip("' ")


def _size(text: str) -> int:
    return len(text.encode())
