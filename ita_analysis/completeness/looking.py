"""Looking through a report: which measures have something, and where words stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ita_analysis.completeness.part import Answer
from ita_analysis.records import Measure, NoneStated, Place, Report, Weakness
from ita_analysis.thai.text import flat, passage, to_arabic
from ita_analysis.vocabulary import pattern, words

_MOST_NAMED = 3

Said = tuple[str, Place]


def of_each_measure(report: Report, role: str, words_of: Callable[[Measure], str]) -> Answer:
    """Return whether every measure of the plan has something: the words of the first, or whose are lacking."""
    if not report.measures:
        return Answer("missing", reason="no_measures")
    having = [measure for measure in report.measures if words_of(measure)]
    if not having:
        return Answer("missing", reason="in_none", values={"total": len(report.measures)})
    shown = Answer("found", flat(words_of(having[0])), having[0].place_of(role))
    lacking = [measure.title for measure in report.measures if not words_of(measure)]
    if not lacking:
        return shown
    values = {"count": len(having), "total": len(report.measures), "names": named(lacking)}
    return Answer("doubtful", shown.quote, shown.place, "in_some", values)


def named(titles: list[str]) -> str:
    """Return the first titles of a list, and how many more there are."""
    shown = ", ".join(titles[:_MOST_NAMED])
    return f"{shown} (+{len(titles) - _MOST_NAMED})" if len(titles) > _MOST_NAMED else shown


def in_analysis(report: Report, name: str) -> Said | None:
    """Return the first passage of the analysis, or of what no field took, that a pattern of the vocabulary fits."""
    said = [(flat(each.quote) or sentence(each, report), each.place) for each in report.analysed]
    unread = [(flat(line), each.place) for each in report.unread for line in each.text.split("\n")]
    return _first(chain(said, unread), name)


def printed_score(report: Report) -> Said | None:
    """Return the first line of a printed table, or of what else no field took, that gives an indicator's score."""
    lines = ((flat(line), each.place) for each in report.unread for line in each.text.split("\n"))
    fits = pattern("completeness", "indicator_scored").search
    return next(((line, place) for line, place in lines if fits(to_arabic(line))), None)


def sentence(said: Weakness | NoneStated, report: Report) -> str:
    """Return the sentence that names a weak point, with the others of its kind, or says that there is none.

    Of a long paragraph it is the passage from the words that say the kind to the last that is named. Where no sentence
    is kept it is the name, and the score.
    """
    quote = flat(said.quote)
    if isinstance(said, NoneStated):
        return quote
    if not quote:
        return said.text if said.score is None else f"{said.text} {said.score:.2f}"
    beside = [each.text for each in report.weaknesses if (each.kind, each.place) == (said.kind, said.place)]
    starts = [(quote.find(text), quote.find(text) + len(text)) for text in beside if text in quote]
    return passage(quote, *_with_kind(quote, said.kind, starts)) if starts else quote


def _with_kind(quote: str, kind: str, named: list[tuple[int, int]]) -> tuple[int, int]:
    """Return from where to where a kind and all that is named of it stand: its words go before, else follow."""
    start, end = min(named)[0], max(end for _, end in named)
    match = next(each["match"] for each in words("weakness")["marker"] if each["kind"] == kind)
    marked = [found.span() for found in re.finditer(match, quote)]
    if before := [one for one, other in marked if other <= start]:
        return before[-1], end
    return start, next((other for one, other in marked if one >= end), end)


def in_plan(report: Report, name: str) -> Said | None:
    """Return the first text of the measures that a pattern of the vocabulary fits, or None."""
    return _first(_of_measures(report), name)


def _of_measures(report: Report) -> Iterator[Said]:
    for measure in report.measures:
        yield flat(measure.title), measure.place_of("measure")
        for role, texts in (("guideline", measure.guidelines), ("step", measure.steps)):
            yield from ((flat(text), measure.place_of(role)) for text in texts)


def _first(passages: Iterable[Said], name: str) -> Said | None:
    for text, place in passages:
        if found := pattern("completeness", name).search(text):
            return passage(text, *found.span()), place
    return None
