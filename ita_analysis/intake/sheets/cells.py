"""What stands in one cell of a sheet: a score, nothing, an agency, a year, a grade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ita_analysis import framework
from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.grid import UNCALCULATED, Cell, squeezed, words_of
from ita_analysis.records import Agency
from ita_analysis.thai.text import flat, has_thai, key, to_arabic
from ita_analysis.vocabulary import pattern, words

Fault = Literal["text_in_score", "score_out_of_range", "formula_error", "formula_not_calculated"]
_DIGITS = 8  # binary arithmetic of a spreadsheet leaves 100.00000000000001
_MOST = 100.0


@dataclass(frozen=True)
class Named:
    """An agency as a cell names it, and whether its name begins with a kind of agency that is known."""

    agency: Agency
    is_known_kind: bool


def score_of(cell: Cell) -> float | Fault | None:
    """Return the score of a cell, None where nothing stands there, or what is wrong with it."""
    if isinstance(cell, float):
        number = round(cell, _DIGITS)
        return number if 0 <= number <= _MOST else "score_out_of_range"
    if isinstance(cell, str):
        return _score_of_words(cell)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return float(cell) if 0 <= cell <= _MOST else "score_out_of_range"
    return "text_in_score"


@lru_cache(maxsize=65536)
def _score_of_words(cell: str) -> float | Fault | None:
    if cell == "" or is_missing(cell):
        return None
    if cell == UNCALCULATED:
        return "formula_not_calculated"
    if pattern("sheet", "formula_error").match(squeezed(cell)):
        return "formula_error"
    number = number_of(cell)
    return "text_in_score" if number is None else number if 0 <= number <= _MOST else "score_out_of_range"


def is_missing(cell: str) -> bool:
    """Return whether words say that nothing is there."""
    return bool(pattern("sheet", "missing").match(squeezed(cell)))


def number_of(cell: Cell) -> float | None:
    """Return the number of a cell, also one written in words, with Thai digits or as a percentage; None for others."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    return _number_of_words(cell) if isinstance(cell, str) else float(cell)


def _number_of_words(cell: str) -> float | None:
    said = squeezed(cell)
    if pattern("sheet", "decimal_comma").match(said):
        said = said.replace(",", ".")
    match = pattern("sheet", "number").match(said)
    return round(float(match["number"]), _DIGITS) if match else None


@lru_cache(maxsize=32768)
def agency_of(cell: str) -> Named | None:
    """Return the agency that a cell names, in whole words; None where it names none.

    What stands behind the name (district, province) is taken from it.
    """
    said = flat(cell)
    if not said or is_missing(said) or pattern("sheet", "no_agency").match(squeezed(said)) or len(key(said)) < 2:
        return None
    whereabouts = pattern("agency", "whereabouts").search(said, 1)
    name = _whole(said[: whereabouts.start()] if whereabouts else said)
    place = said[whereabouts.start() :] if whereabouts else ""
    district = pattern("identity", "district").search(place)
    return Named(Agency(name, district["name"] if district else None, province_of(place)), _is_known(name))


def _whole(name: str) -> str:
    """Return a name with its kind in whole words and no space behind it: อบต. เขาสมิง is องค์การบริหารส่วนตำบลเขาสมิง."""
    for short, kind in _short_kinds():
        if name.startswith(short):
            return kind + name.removeprefix(short).lstrip(". ").rstrip()
    kind = _kind(name)
    return (kind + name.removeprefix(kind).lstrip()).strip() if kind in words("agency")["strong"] else name.strip()


@cache
def _short_kinds() -> list[tuple[str, str]]:
    short: dict[str, str] = words("agency")["misspelled"]
    spaced = {each.removesuffix(".") + " ": kind for each, kind in short.items() if each.endswith(".")}
    pairs = [
        *short.items(),
        *spaced.items(),
        *((f"{each[:-1]}", kind) for each, kind in short.items() if _is_long(each)),
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _is_long(short: str) -> bool:
    # Three letters without a dot can only be the kind (อบต); two may begin a name (ทม).
    return short.endswith(".") and len(short) > 3


def _kind(name: str) -> str:
    return max((kind for kind in words("agency")["kinds"] if name.startswith(kind)), key=len, default="")


def _is_known(name: str) -> bool:
    return bool(_kind(name) or pattern("sheet", "more_kinds").match(name))


def agency_in(text: str) -> Named | None:
    """Return the agency that a line of a title names, by the words for its kind."""
    said = flat(text)
    kinds = sorted([*words("agency")["kinds"], *words("agency")["misspelled"]], key=len, reverse=True)
    match = re.search(f"(?:{'|'.join(map(re.escape, kinds))})\\s?\\S{{2,}}.*", said)
    if not match or pattern("agency", "others").search(said):
        return None
    # The name ends where its line goes on to the year.
    return agency_of(pattern("sheet", "name_ends").split(match[0])[0])


def province_of(text: str) -> str | None:
    """Return the province that words name, with or without the word for province before it."""
    said = flat(text)
    match = pattern("identity", "province").search(said)
    name = (match["name"] if match else said).strip()
    known = [each for each in (*words("identity")["provinces"], words("identity")["bangkok"]) if name.startswith(each)]
    return max(known, key=len) if known else name if match else None


@lru_cache(maxsize=4096)
def place_name(cell: str, kind: Literal["province", "district"]) -> str | None:
    """Return the name of a province or district without the word for it, None where none stands there."""
    said = flat(cell)
    if not said or is_missing(said):
        return None
    match = pattern("identity", kind).match(said)
    return match["name"] if match else said


@lru_cache(maxsize=4096)
def grade_of(said: str, pack: Framework | None) -> tuple[str | None, bool]:
    """Return a printed grade as the year's levels name it, and whether the year has such a level."""
    if not said or is_missing(said):
        return None, True
    labels = {key(band.label_th): band.label_th for band in pack.bands} if pack else {}
    bare = key(re.sub(r"\(.*?\)", "", said))
    found = labels.get(bare) or labels.get(bare.removeprefix(_level_word()))
    return found or said, found is not None


@cache
def _level_word() -> str:
    return str(words("sheet")["level_word"])


def is_grade(text: str) -> bool:
    """Return whether words are a level of any year."""
    return any(grade_of(text, framework.load(year))[1] and not is_missing(text) for year in framework.fiscal_years())


def is_summary(text: str) -> bool:
    """Return whether words head a row of means or sums and not an agency."""
    return bool(pattern("sheet", "summary").match(squeezed(text)))


def is_note(text: str) -> bool:
    """Return whether words begin a note below the table."""
    return bool(pattern("sheet", "note").match(squeezed(text)))


def shown(cell: Cell) -> str:
    """Return a cell as a finding quotes it; a formula without a result is quoted by nothing."""
    said = words_of(cell)
    return "" if said == UNCALCULATED else to_arabic(said) if not has_thai(said) else said
