"""What a heading says its column holds; the words stand in the vocabulary, the indicators' names in the framework.

A field is `agency`, `province`, `district`, `fiscal_year`, `total`, `grade`, `indicator:7`, `item:O42`,
`instrument:EIT-1`, of long sheets `level`, `code` and `score`, or `none` for a column of no use here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ita_analysis import framework
from ita_analysis.intake.sheets.grid import squeezed
from ita_analysis.results import InstrumentForm
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.thai.text import key
from ita_analysis.vocabulary import pattern, words

NONE = "none"
WEAK = {None, "score", "total", "grade", "code", NONE}
_FIRST_BE = 2500
_LONGEST = 160


@lru_cache(maxsize=8192)
def field_of(heading: str) -> str | None:
    """Return the field of a heading, None where no word of ours fits."""
    said = squeezed(heading)[:_LONGEST]
    if not said:
        return None
    if year_of(heading):
        said = pattern("sheet", "year").sub("", said)
        if not said.strip("()-/"):
            return "total"
    bare = pattern("sheet", "in_brackets").sub("", said)
    role, tool = _role(bare), _tool(said)
    if role == NONE:
        return NONE
    return _coded(said) or _named(bare) or (tool if role in WEAK else None) or role or tool


@lru_cache(maxsize=8192)
def year_of(heading: str) -> int | None:
    """Return the fiscal year that a heading names beside what its column holds, in the Buddhist era."""
    match = pattern("sheet", "year").search(squeezed(heading))
    year = int(match["year"]) if match else 0
    return None if not year else year if year >= _FIRST_BE else year + BE


@lru_cache(maxsize=8192)
def code_of(text: str) -> str | None:
    """Return the field that a row of a long sheet names: a heading's words, or the bare number of an indicator."""
    said = squeezed(text)
    if re.fullmatch(r"\d{1,2}", said):
        return f"indicator:{int(said)}"
    found = field_of(text)
    return "total" if found == "score" else found


def is_sub_indicator(text: str) -> bool:
    """Return whether words name a sub-indicator (9.1), which is computed from items and not stored."""
    return bool(pattern("sheet", "sub_indicator").match(squeezed(text)))


def form_of(heading: str, weight: int) -> InstrumentForm | None:
    """Return the form that an instrument's heading itself tells by its full mark: of 100, or of its weight."""
    match = pattern("sheet", "full_mark").search(squeezed(heading))
    mark = int(match["mark"]) if match else 0
    return "percent" if mark == 100 else "weighted" if mark == weight else None


def level_of(word: str) -> str | None:
    """Return the level that a cell of a level column names."""
    said = squeezed(word)
    levels = ("item", "indicator", "instrument", "total")
    return next((level for level in levels if pattern("sheet", f"level_{level}").match(said)), None)


def _coded(said: str) -> str | None:
    if is_sub_indicator(said):
        return None
    if match := pattern("sheet", "item").search(said):
        return f"item:{item_code(match['letter'], int(match['no']))}"
    if match := pattern("sheet", "part").search(said):
        return f"instrument:EIT-{match['no']}"
    if match := pattern("sheet", "indicator").search(said):
        return f"indicator:{int(match['no'])}"
    return None


def item_code(letter: str, number: int) -> str:
    """Return the code of an item as the framework writes it: i1, e1, O1."""
    return f"{letter.upper() if letter.lower() == 'o' else letter.lower()}{number}"


def _named(bare: str) -> str | None:
    number = _names().get(key(pattern("sheet", "before_name").sub("", bare))) or _names().get(key(bare))
    return f"indicator:{number}" if number else None


@cache
def _names() -> dict[str, int]:
    packs = [framework.load(year) for year in framework.fiscal_years()]
    return {key(name.words): name.indicator_no for pack in packs for name in pack.aliases()}


def _role(bare: str) -> str | None:
    for role in words("sheet")["role"]:
        if _matches(role["match"], bare):
            return str(role["field"])
    return None


@cache
def _compiled(match: str) -> re.Pattern[str]:
    return re.compile(match, re.IGNORECASE)


def _matches(match: str, bare: str) -> bool:
    return bool(_compiled(match).search(bare))


def _tool(said: str) -> str | None:
    match = pattern("sheet", "instrument").search(said)
    return f"instrument:{match['code'].upper()}" if match else None
