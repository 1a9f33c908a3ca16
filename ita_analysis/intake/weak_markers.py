"""The words by which a text says what is urgent, what is to be developed, and of which of them there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_analysis.records import WeaknessKind
from ita_analysis.vocabulary import pattern, words


@dataclass(frozen=True)
class Marker:
    """Words that say what the indicators beside them are; `none` ends what was said, `of` is what there is none of."""

    kind: str
    start: int
    end: int
    of: WeaknessKind | None = None


def weakness_kind(kind: str | None) -> WeaknessKind | None:
    """Return a marker's kind where it is one of weak points."""
    return "urgent" if kind == "urgent" else "develop" if kind == "develop" else None


def markers_in(text: str, under: str | None = None) -> list[Marker]:
    """Return the markers of a text in their order; `under` is the kind of the heading or list that it stands under."""
    said = [
        Marker(marker["kind"], match.start(), match.end())
        for marker in words("weakness")["marker"]
        for match in re.finditer(marker["match"], text)
    ]
    said.sort(key=lambda marker: (marker.start, -marker.end))
    nones, denied = _denials(text, said, under)
    return sorted([*_but(said, denied), *nones], key=lambda marker: (marker.start, -marker.end))


def _denials(text: str, said: Sequence[Marker], under: str | None) -> tuple[list[Marker], list[tuple[int, int]]]:
    """Return where there is none of something, and the spans whose markers are denied."""
    nones: list[Marker] = []
    denied: list[tuple[int, int]] = []
    found = pattern("weakness", "denied").search(text)
    while found:
        kind = _led_by(text, found.start(), _but(said, denied), under)
        none = _none_at(text, found.start(), is_led=kind is not None)
        span = none.span() if none else found.span()
        of = _of(none[0], kind) if none else None
        denied.append(span)
        nones += [Marker("none", *span, of)] if of else []
        found = pattern("weakness", "denied").search(text, span[1])
    return nones, denied


def _but(said: Sequence[Marker], denied: Sequence[tuple[int, int]]) -> list[Marker]:
    return [each for each in said if not any(start <= each.start < end for start, end in denied)]


def _none_at(text: str, start: int, *, is_led: bool) -> re.Match[str] | None:
    """Return "there is none" where it stands: what there is none of follows, or (without a blank) went before."""
    found = pattern("weakness", "none").match(text, start)
    if found is None or not is_led:
        return found if found and found["what"] else None
    is_apart = found["what"] and text[found.start("what") - 1] == " "
    return pattern("weakness", "none").match(text[: found.start("what") - 1], start) if is_apart else found


def _led_by(text: str, start: int, said: Sequence[Marker], under: str | None) -> str | None:
    """Return the kind that words right before a place, else the heading above the text, say."""
    before = [each for each in said if each.end <= start]
    leads_from = max((each.end for each in before), default=0)
    if not pattern("weakness", "none_leads").fullmatch(text[leads_from:start]):
        return None
    return max(before, key=lambda each: each.end).kind if before else under


def _of(phrase: str, kind: str | None) -> WeaknessKind | None:
    for own, match in words("weakness")["none_of"].items():
        if re.search(match, phrase):
            return weakness_kind(own)
    return weakness_kind(kind)
