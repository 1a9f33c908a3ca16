"""Indicators as documents name them: by number, by official name, by another usual name, or by theme."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ita_analysis.framework import Framework
from ita_analysis.records import IndicatorLink
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern

_BEFORE = 12


@dataclass(frozen=True)
class Mention:
    """One place in a text that names an indicator: its number, the printed words, and where they stand."""

    no: int
    words: str
    start: int
    end: int


def mentions(text: str, framework: Framework) -> tuple[Mention, ...]:
    """Return the indicators that a text names, in order; a number and the name after it are one mention."""
    found = sorted((*_numbered(text, framework), *_named(text, framework)), key=lambda hit: (hit.start, -hit.end))
    merged: list[Mention] = []
    for mention in found:
        if merged and _goes_on(text, merged[-1], mention):
            merged.append(replace(mention, start=merged.pop().start))
        elif not merged or mention.start >= merged[-1].end:
            merged.append(mention)
    return tuple(merged)


def linked(text: str, framework: Framework) -> tuple[IndicatorLink, ...]:
    """Return the indicators a text names outright, on the document's word."""
    found = {mention.no: mention for mention in reversed(mentions(text, framework))}
    return tuple(IndicatorLink(no, "document", found[no].words) for no in sorted(found))


def guessed(title: str, framework: Framework) -> tuple[IndicatorLink, ...]:
    """Return the indicator that a measure's title is about by its longest theme word, to be confirmed by a person."""
    squeezed = key(title)
    themes = [(key(theme.words), theme.indicator_no, theme.words) for theme in framework.themes()]
    themes = [theme for theme in themes if theme[0] in squeezed]
    if not themes:
        return ()
    _, no, words = max(themes, key=lambda theme: (len(theme[0]), -theme[1]))
    return (IndicatorLink(no, "wording", words),)


def _numbered(text: str, framework: Framework) -> list[Mention]:
    numbers = {indicator.no for indicator in framework.indicators}
    return [
        Mention(int(match["no"]), text[match.start() : match.end()], match.start(), match.end())
        for match in pattern("weakness", "numbered").finditer(to_arabic(text))
        if int(match["no"]) in numbers
    ]


def _named(text: str, framework: Framework) -> list[Mention]:
    return [
        Mention(name.indicator_no, match[0], match.start(), match.end())
        for name in framework.aliases()
        for match in re.finditer(_spaced(name.words), text)
        if pattern("weakness", "before").search(text[max(0, match.start() - _BEFORE) : match.start()])
    ]


def _spaced(name: str) -> str:
    return r"\s*".join(re.escape(part) for part in flat(name).split(" "))


def _goes_on(text: str, last: Mention, following: Mention) -> bool:
    """Return whether a name follows the number of the same indicator, as in 'indicator 7 communication'."""
    between = text[last.end : following.start]
    return last.no == following.no and not key(between) and following.start >= last.end
