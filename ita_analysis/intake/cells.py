"""What stands in one cell: list items, rounds, nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_analysis.intake.document import BULLET, Cell
from ita_analysis.thai.fiscal_year import ROUNDS
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern

_BULLETS = "•●○▪■◆◇➢➤✓✔*·-–—"
_BULLET_START = re.compile(rf"^[{re.escape(_BULLETS)}]+\s*(?=\S)")
_INNER_BULLET = re.compile(r"(?<=\s)[-–•●▪➢](?=\s*[^\s\d-])")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)](?!\d)\s*(?=\S)")


def items(cell: Cell) -> tuple[str, ...]:
    """Return the items of a cell: those of the file's own lists whole, else its marked or numbered parts."""
    parts = [part for paragraph in cell.paragraphs for part in _items_of(paragraph)]
    return tuple(item for part in parts if (item := without_marker(part)) and not is_nothing(item))


def text(cell: Cell) -> str | None:
    """Return the words of a cell, an item to a line, or None where nothing is said."""
    lines = [flat(paragraph.removeprefix(BULLET)) for paragraph in cell.paragraphs]
    whole = "\n".join(line for line in lines if line)
    return None if is_nothing(whole) else whole


def is_nothing(words: str) -> bool:
    """Return whether the words are a blank, a dash or 'none'."""
    return not words.strip() or bool(pattern("cell", "nothing").match(words.strip()))


def title(cell: Cell) -> str | None:
    """Return a title on one line, without its number, bullet or the mark that it goes on from the page before."""
    words = flat(" ".join(paragraph.removeprefix(BULLET) for paragraph in cell.paragraphs))
    words = without_marker(pattern("cell", "continued").sub("", words))
    return None if is_nothing(words) else words


def without_marker(words: str) -> str:
    """Return an item without the bullet or number it starts with."""
    words = flat(words)
    while match := _BULLET_START.match(words):
        words = words[match.end() :]
    numbered = re.match(pattern("cell", "ordinal_marker").pattern + r"\s*(?=\S)", to_arabic(words))
    return words[numbered.end() :] if numbered else words


def rounds(words: str) -> tuple[int, ...]:
    """Return the rounds (months from 1 October) that the words name, each once, in order."""
    groups = pattern("cell", "rounds").findall(to_arabic(flat(words)))
    named = [int(months) for group in groups for months in re.findall(r"\d+", group)]
    if pattern("cell", "quarterly").search(flat(words)):
        named += ROUNDS
    return tuple(sorted({months for months in named if 1 <= months <= 12}))


def _items_of(paragraph: str) -> list[str]:
    """Return the items of a paragraph; one that a list of the file holds is one item, whatever dashes stand in it."""
    if paragraph.startswith(BULLET):
        return [paragraph]
    return [part for line in _lines(paragraph) for part in _parts(line)]


def _lines(paragraph: str) -> Iterator[str]:
    """Yield the lines of a paragraph that start an item of their own; other lines go on in the item before."""
    current = ""
    for line in paragraph.split("\n"):
        if current and (_BULLET_START.match(line) or _NUMBER.match(to_arabic(line))):
            yield current
            current = line
        else:
            current = f"{current} {line}".strip()
    if current:
        yield current


def _parts(line: str) -> list[str]:
    starts = _numbered_starts(to_arabic(line)) or [match.start() for match in _INNER_BULLET.finditer(line)]
    if not starts:
        return [line]
    ends = [*starts[1:], len(line)]
    head = line[: starts[0]]
    return ([head] if flat(head).strip(_BULLETS + " ") else []) + [
        line[start:end] for start, end in zip(starts, ends, strict=True)
    ]


def _numbered_starts(line: str) -> list[int]:
    """Return where 1., 2., 3. ... start; numbers out of that order (a law's section, a year) are text."""
    starts: list[int] = []
    for match in _NUMBER.finditer(line):
        if int(match[1]) == len(starts) + 1:
            starts.append(match.start())
    return starts if len(starts) > 1 else []
