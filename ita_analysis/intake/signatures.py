"""Who signs a document: blocks of 'signed', role, name in brackets and position, in lines or side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ita_analysis.intake.document import Document, Table
from ita_analysis.intake.headings import find_headings
from ita_analysis.records import Place, Signatory
from ita_analysis.thai.text import flat
from ita_analysis.vocabulary import pattern

_LONGEST_LINE = 120


@dataclass
class _Block:
    place: Place
    role: str | None = None
    name: str | None = None
    positions: list[str] = field(default_factory=list)
    is_signed: bool = False

    def signatory(self) -> Signatory:
        return Signatory(self.role, self.name, " ".join(self.positions) or None, self.place)

    @property
    def is_block(self) -> bool:
        return self.name is not None or (self.is_signed and self.role is not None)


def read_signatories(document: Document) -> tuple[tuple[Signatory, ...], frozenset[Place]]:
    """Return who signs, in reading order, and the places of the lines and rows that say so."""
    found: list[Signatory] = []
    places: set[Place] = set()
    for stream in _streams(document):
        for block, used in _blocks(stream):
            if block.is_block:
                found.append(block.signatory())
                places |= used
    each_once = {(person.role, person.name, person.position): person for person in reversed(found)}
    return tuple(reversed(each_once.values())), frozenset(places)


def _streams(document: Document) -> Iterator[list[tuple[str, Place]]]:
    """Yield the lines after the last table of measures, then each column of the tables that hold signatures."""
    lines: list[tuple[str, Place]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            if find_headings(block):
                lines = []
            elif _is_signed(block):
                yield from _columns(block)
        else:
            lines += [(flat(line), block.place) for line in block.text.split("\n") if flat(line)]
    yield lines


def _is_signed(table: Table) -> bool:
    words = " ".join(cell.text for row in table.rows for cell in row)
    return bool(pattern("signature", "signed").search(words) or pattern("signature", "role").search(words))


def _columns(table: Table) -> Iterator[list[tuple[str, Place]]]:
    for column in range(table.width):
        yield [
            (flat(line), table.place(number))
            for number, row in enumerate(table.rows)
            if row[column].origin == (number, column)
            for line in row[column].text.split("\n")
            if flat(line)
        ]


def _blocks(lines: Iterable[tuple[str, Place]]) -> Iterator[tuple[_Block, set[Place]]]:
    block: _Block | None = None
    used: set[Place] = set()
    for line, place in lines:
        if _starts(line, block):
            if block:
                yield block, used
            block, used = _Block(place), set()
        if block and _take(line, block):
            used.add(place)
        elif block:
            yield block, used
            block, used = None, set()
    if block:
        yield block, used


def _starts(line: str, block: _Block | None) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    if pattern("signature", "signed").match(line):
        return True
    has_role = pattern("signature", "role").search(line) is not None
    if block is None:
        return (has_role and len(line) < _LONGEST_LINE // 2) or _name(line) is not None
    return (_name(line) is not None and block.name is not None) or (_is_role(line) and block.role is not None)


def _take(line: str, block: _Block) -> bool:
    """Add what a line says to the block; return whether it belongs to it."""
    if len(line) > _LONGEST_LINE:
        return False
    role, signed = pattern("signature", "role").search(line), pattern("signature", "signed").search(line)
    name = _name(line) or (_any_name(line) if block.is_signed else None)
    if signed or name or _is_role(line):
        block.is_signed = block.is_signed or signed is not None
        block.name = block.name or name
        block.role = block.role or (role[0] if role else None)
        return True
    if pattern("signature", "blank").match(line) or pattern("signature", "date_line").match(line):
        return True
    if block.name is None or len(block.positions) > 1:
        return False
    block.positions.append(pattern("signature", "position").sub("", line))
    return True


def _any_name(line: str) -> str | None:
    """Return the bracketed words under a line that is signed, whatever title the person bears."""
    match = pattern("signature", "whole_in_brackets").match(line)
    return flat(match["name"]) if match else None


def _is_role(line: str) -> bool:
    said = pattern("signature", "dots").sub("", line)
    rest = pattern("signature", "role").sub("", said)
    return rest != said and not re.sub(r"[\s():.…]", "", rest)


def _name(line: str) -> str | None:
    bracketed = pattern("signature", "in_brackets").match(pattern("signature", "signed").sub("", line))
    words = flat(bracketed["name"]) if bracketed else ""
    if words and pattern("signature", "person").match(words):
        return words
    return None
