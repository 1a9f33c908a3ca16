"""Which fiscal year, round and prior year a document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_analysis.errors import UnclearYear
from ita_analysis.intake.document import Paragraph
from ita_analysis.records import Fact, Place
from ita_analysis.thai.fiscal_year import parse_year
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern

_TITLE_WEIGHT = 4
_LONGEST_TITLE = 260


@dataclass(frozen=True)
class Year:
    """A fiscal year of the Buddhist era and the words that state it."""

    fiscal_year_be: int
    fact: Fact


def read_fiscal_year(paragraphs: Sequence[Paragraph]) -> Year | None:
    """Return the fiscal year that titles and text name most; raises UnclearYear where only an unclear one stands."""
    readable: list[tuple[int, Year]] = []
    unclear: list[UnclearYear] = []
    for weight, words, place in _years(paragraphs):
        try:
            readable.append((weight, Year(parse_year(words), Fact(flat(words), place, "sure"))))
        except UnclearYear as error:
            unclear.append(UnclearYear(f"{error.key}_at", place=place, **error.values))
    if not readable and unclear:
        raise unclear[0]
    weights: Counter[int] = Counter()
    for weight, year in readable:
        weights[year.fiscal_year_be] += weight
    best = weights.most_common(1)[0][0] if weights else None
    return next((year for _, year in readable if year.fiscal_year_be == best), None)


def read_prior_year(paragraphs: Sequence[Paragraph], fiscal_year_be: int) -> Year:
    """Return the year whose result the document analyses: as stated, else the year before (then only likely)."""
    for paragraph in paragraphs:
        words = to_arabic(flat(paragraph.text))
        for result in pattern("identity", "result").finditer(words):
            for match in pattern("identity", "prior_year").finditer(words, result.end()):
                if (year := _year(match["year"])) and fiscal_year_be - 3 <= year < fiscal_year_be:
                    return Year(year, Fact(flat(match[0]), paragraph.place, "sure"))
    return Year(fiscal_year_be - 1, Fact(str(fiscal_year_be - 1), Place(), "likely"))


def read_round(paragraphs: Sequence[Paragraph]) -> tuple[int, Fact] | None:
    """Return the round (months) the titles name, else the first one the text names."""
    for titles_only in (True, False):
        for paragraph in paragraphs:
            if titles_only and not is_title(paragraph):
                continue
            match = pattern("identity", "round").search(to_arabic(flat(paragraph.text)))
            if match and 1 <= int(match["months"]) <= 12:
                return int(match["months"]), Fact(match[0], paragraph.place, "sure" if titles_only else "likely")
    return None


def is_title(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a short one that names the report, its year or its round."""
    words = flat(paragraph.text)
    return len(words) <= _LONGEST_TITLE and bool(pattern("identity", "title").search(words))


def _years(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str, Place]]:
    for paragraph in paragraphs:
        words = to_arabic(flat(paragraph.text))
        weight = _TITLE_WEIGHT if is_title(paragraph) else 1
        for match in pattern("identity", "year").finditer(words):
            if not _is_of_a_result(words[: match.start()]):
                yield weight, match["year"], paragraph.place


def _is_of_a_result(before: str) -> bool:
    """Return whether the words before a year speak of an assessment's result, which is of the year before."""
    return bool(pattern("identity", "result").search(before[-90:]))


def _year(words: str) -> int | None:
    try:
        return parse_year(words)
    except UnclearYear:
        return None
