"""Which indicators the agency itself names as weak: urgent ones and ones to develop, told apart by the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ita_analysis.framework import Framework
from ita_analysis.intake.document import Document, Paragraph, Table
from ita_analysis.intake.headings import find_headings
from ita_analysis.intake.indicators import Mention, mentions
from ita_analysis.records import Place, Weakness, WeaknessKind
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern, words

_PREDICATE_REACH = 70


@dataclass(frozen=True)
class _Marker:
    kind: str
    start: int
    end: int


def read_weaknesses(document: Document, framework: Framework) -> tuple[Weakness, ...]:
    """Return each weak indicator once, in the order named; urgent outweighs develop."""
    found: dict[int, Weakness] = {}
    for weakness in _all(document, framework):
        known = found.get(weakness.indicator_no)
        if known is None or (known.kind, weakness.kind) == ("develop", "urgent"):
            found[weakness.indicator_no] = weakness
    return tuple(found.values())


def _all(document: Document, framework: Framework) -> Iterator[Weakness]:
    kind: str | None = None
    heads_a_table = False
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _in_table(block, framework, kind if heads_a_table else None)
            kind = None
        else:
            named, kind = _in_paragraph(block, framework, kind)
            yield from named
            heads_a_table = not mentions(flat(block.text), framework)


def _in_paragraph(paragraph: Paragraph, framework: Framework, kind: str | None) -> tuple[list[Weakness], str | None]:
    found: list[Weakness] = []
    for line in paragraph.text.split("\n") if _is_list(paragraph.text) else [paragraph.text]:
        text = flat(line)
        named, markers = mentions(text, framework), _markers(text)
        if not named and not markers and not pattern("weakness", "list_item").match(to_arabic(text)):
            kind = None
        kinds = _kinds(text, named, markers, kind)
        found += [
            _weakness(text, named, index, kinds[index], paragraph.place)
            for index in range(len(named))
            if kinds[index] in {"urgent", "develop"}
        ]
        kind = _kind_after(markers, kinds, kind)
    return found, kind


def _is_list(text: str) -> bool:
    return any(pattern("weakness", "list_item").match(to_arabic(line)) for line in text.split("\n")[1:])


def _markers(text: str) -> list[_Marker]:
    denied = [match.span() for match in pattern("weakness", "denied").finditer(text)]
    found = [
        _Marker(marker["kind"], match.start(), match.end())
        for marker in words("weakness")["marker"]
        for match in re.finditer(marker["match"], text)
        if not any(start <= match.start() < end for start, end in denied)
    ]
    return sorted(found, key=lambda marker: (marker.start, -marker.end))


def _kinds(text: str, named: tuple[Mention, ...], markers: list[_Marker], kind: str | None) -> list[str | None]:
    """Return the kind of each mention: what is said right after it, else the heading or list it stands under."""
    kinds: list[str | None] = []
    for index, mention in enumerate(named):
        before = bisect_right(markers, mention.start, key=lambda marker: marker.end)
        kinds.append(_said_after(text, named, index, markers) or (markers[before - 1].kind if before else kind))
    for index in reversed(range(len(named) - 1)):
        between = text[named[index].end : named[index + 1].start]
        is_led = (markers and markers[0].end <= named[index].start) or kind
        if not is_led and pattern("weakness", "joined").match(between):
            kinds[index] = kinds[index] or kinds[index + 1]
    return kinds


def _said_after(text: str, named: tuple[Mention, ...], index: int, markers: list[_Marker]) -> str | None:
    end = named[index].end
    limit = named[index + 1].start if index + 1 < len(named) else len(text)
    following = bisect_left(markers, end, key=lambda marker: marker.start)
    if following == len(markers) or markers[following].start >= min(limit, end + _PREDICATE_REACH):
        return None
    marker = markers[following]
    leads_a_list = pattern("weakness", "intro").match(text[marker.end : marker.end + 30])
    has_predicate = pattern("weakness", "predicate").search(text[end : marker.end])
    return marker.kind if has_predicate and not leads_a_list and marker.kind != "none" else None


def _kind_after(markers: list[_Marker], kinds: list[str | None], kind: str | None) -> str | None:
    """Return what the next line stands under: the last marker, unless it only spoke of the mention before it."""
    return markers[-1].kind if markers and (not kinds or markers[-1].kind != kinds[-1] or kind is None) else kind


def _weakness(text: str, named: tuple[Mention, ...], index: int, kind: str | None, place: Place) -> Weakness:
    mention = named[index]
    rest = text[mention.end : named[index + 1].start if index + 1 < len(named) else len(text)]
    return Weakness(mention.no, mention.words, _named_kind(kind), place, "sure", _score(rest), text)


def _score(rest: str) -> float | None:
    match = pattern("weakness", "score").search(to_arabic(rest)[:60])
    score = float(match["score"]) if match else -1.0
    return score if 0 <= score <= 100 else None


def _in_table(table: Table, framework: Framework, kind: str | None) -> Iterator[Weakness]:
    """Yield the weak indicators of a table that lists indicators, told by a row's words or by its column's heading."""
    headings = find_headings(table)
    if headings and "measure" in headings.roles:
        return
    for number, row in enumerate(table.rows[headings.end if headings else 0 :], start=headings.end if headings else 0):
        texts = list({cell.origin: flat(cell.text) for cell in row}.values())
        named = [mention for text in texts for mention in mentions(text, framework)]
        said = _kinds_in_row(texts, [column.label for column in headings.columns] if headings else [])
        found = next(iter(said), kind)
        if named and found in {"urgent", "develop"}:
            yield _of_row(named[0], texts, found, table.place(number))


def _kinds_in_row(texts: Iterable[str], labels: list[str]) -> list[str]:
    texts = list(texts)
    own = [marker.kind for text in texts for marker in _markers(text) if marker.kind != "none"]
    by_column = [
        marker.kind
        for text, label in zip(texts, labels, strict=False)
        for marker in _markers(label)
        if marker.kind != "none" and not re.match(r"^[-–—\s]*$", text)
    ]
    return own or by_column


def _of_row(mention: Mention, texts: list[str], kind: str | None, place: Place) -> Weakness:
    numbers = [to_arabic(text) for text in texts if re.fullmatch(r"\d{1,3}(\.\d{1,2})?\s*%?", to_arabic(text))]
    scores = [float(number.rstrip("% ")) for number in numbers if "." in number]
    score = next((score for score in scores if 0 <= score <= 100), None)
    return Weakness(
        mention.no, mention.words, _named_kind(kind), place, "likely", score, " | ".join(filter(None, texts))
    )


def _named_kind(kind: str | None) -> WeaknessKind:
    return "urgent" if kind == "urgent" else "develop"
