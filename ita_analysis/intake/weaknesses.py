"""Which indicators the agency itself names as weak: urgent ones and ones to develop, told apart by the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ita_analysis.framework import Framework
from ita_analysis.intake.cells import is_nothing
from ita_analysis.intake.document import Document, Paragraph, Table
from ita_analysis.intake.headings import find_headings
from ita_analysis.intake.indicators import Mention, mentions
from ita_analysis.intake.weak_markers import Marker, markers_in
from ita_analysis.records import NoneStated, Place, Weakness, WeaknessKind
from ita_analysis.thai.text import flat, passage, to_arabic
from ita_analysis.vocabulary import pattern

_PREDICATE_REACH = 70
_Said = Weakness | NoneStated


@dataclass(frozen=True)
class _Under:
    """What a line stands under: a kind, and the words that say so."""

    kind: str | None = None
    words: str = ""


def read_weaknesses(document: Document, framework: Framework) -> tuple[tuple[Weakness, ...], tuple[NoneStated, ...]]:
    """Return each weak indicator once, in the order named, and of which kinds the document says that there are none.

    Urgent outweighs develop.
    """
    found: dict[int, Weakness] = {}
    none: dict[WeaknessKind, NoneStated] = {}
    for weakness in _all(document, framework):
        if isinstance(weakness, NoneStated):
            none.setdefault(weakness.kind, weakness)
            continue
        known = found.get(weakness.indicator_no)
        if known is None or (known.kind, weakness.kind) == ("develop", "urgent"):
            found[weakness.indicator_no] = weakness
    return tuple(found.values()), tuple(none.values())


def _all(document: Document, framework: Framework) -> Iterator[_Said]:
    under = _Under()
    heads_a_table = False
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _in_table(block, framework, under if heads_a_table else _Under())
            under = _Under()
        else:
            said, under = _in_paragraph(block, framework, under)
            yield from said
            heads_a_table = not mentions(flat(block.text), framework)


def _in_paragraph(paragraph: Paragraph, framework: Framework, under: _Under) -> tuple[list[_Said], _Under]:
    found: list[_Said] = []
    for line in paragraph.text.split("\n") if _is_list(paragraph.text) else [paragraph.text]:
        text = flat(line)
        named, markers = mentions(text, framework), markers_in(text, under.kind)
        if not named and not markers and not pattern("weakness", "list_item").match(to_arabic(text)):
            under = _Under()
        kinds = _kinds(text, named, markers, under.kind)
        found += [
            _weakness(text, named, index, kind, paragraph.place)
            for index, kind in enumerate(kinds)
            if kind in {"urgent", "develop"}
        ]
        found += _none_stated(text, markers, under, paragraph.place)
        under = _next(text, markers, kinds, under)
    return found, under


def _none_stated(text: str, markers: list[Marker], under: _Under, place: Place) -> Iterator[NoneStated]:
    """Yield the kinds of which a line says that there are none, with the heading where that says of what."""
    for index, marker in enumerate(markers):
        if marker.of:
            leads = [each for each in markers[:index] if each.kind == marker.of]
            said = passage(text, leads[-1].start if leads else marker.start, marker.end)
            is_led = index == 0 and under.kind == marker.of
            yield NoneStated(marker.of, f"{under.words} {said}" if is_led else said, place)


def _is_list(text: str) -> bool:
    return any(pattern("weakness", "list_item").match(to_arabic(line)) for line in text.split("\n")[1:])


def _kinds(text: str, named: tuple[Mention, ...], markers: list[Marker], kind: str | None) -> list[str | None]:
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


def _said_after(text: str, named: tuple[Mention, ...], index: int, markers: list[Marker]) -> str | None:
    end = named[index].end
    limit = named[index + 1].start if index + 1 < len(named) else len(text)
    following = bisect_left(markers, end, key=lambda marker: marker.start)
    if following == len(markers) or markers[following].start >= min(limit, end + _PREDICATE_REACH):
        return None
    marker = markers[following]
    leads_a_list = pattern("weakness", "intro").match(text[marker.end : marker.end + 30])
    has_predicate = pattern("weakness", "predicate").search(text[end : marker.end])
    return marker.kind if has_predicate and not leads_a_list and marker.kind != "none" else None


def _next(text: str, markers: list[Marker], kinds: list[str | None], under: _Under) -> _Under:
    """Return what the next line stands under: the last marker, unless it only spoke of the mention before it."""
    is_new = markers and (not kinds or markers[-1].kind != kinds[-1] or under.kind is None)
    return _Under(markers[-1].kind, text) if is_new else under


def _weakness(text: str, named: tuple[Mention, ...], index: int, kind: str | None, place: Place) -> Weakness:
    mention = named[index]
    rest = text[mention.end : named[index + 1].start if index + 1 < len(named) else len(text)]
    return Weakness(mention.no, mention.words, _named_kind(kind), place, "sure", _score(rest), text)


def _score(rest: str) -> float | None:
    match = pattern("weakness", "score").search(to_arabic(rest)[:60])
    score = float(match["score"]) if match else -1.0
    return score if 0 <= score <= 100 else None


def _in_table(table: Table, framework: Framework, under: _Under) -> Iterator[_Said]:
    """Yield what a table that lists indicators says, told by a row's words or by its column's heading."""
    headings = find_headings(table)
    if headings and "measure" in headings.roles:
        return
    for number, row in enumerate(table.rows[headings.end if headings else 0 :], start=headings.end if headings else 0):
        texts = list({cell.origin: flat(cell.text) for cell in row}.values())
        named = [mention for text in texts for mention in mentions(text, framework)]
        labels = [column.label for column in headings.columns] if headings else []
        found = next(iter(_kinds_in_row(texts, labels)), under.kind)
        if named and found in {"urgent", "develop"}:
            yield _of_row(named[0], texts, found, table.place(number))
        yield from _none_in_row(texts, labels, _Under() if named else under, table.place(number))


def _none_in_row(texts: list[str], labels: list[str], under: _Under, place: Place) -> Iterator[NoneStated]:
    """Yield the kinds of which the cells of a row say that there are none, below the heading that says of what."""
    for text, label in zip_longest(texts, labels[: len(texts)], fillvalue=""):
        marked = [marker for marker in markers_in(label) if marker.kind != "none"]
        heading = _Under(marked[-1].kind, label) if marked else under
        yield from _none_stated(text, markers_in(text, heading.kind), heading, place)


def _kinds_in_row(texts: Iterable[str], labels: list[str]) -> list[str]:
    texts = list(texts)
    own = [marker.kind for text in texts for marker in markers_in(text) if marker.kind != "none"]
    by_column = [
        marker.kind
        for text, label in zip(texts, labels, strict=False)
        for marker in markers_in(label)
        if marker.kind != "none" and not is_nothing(text)
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
