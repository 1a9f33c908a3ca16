"""A document as the layout takes it: parts in reading order, plain lists and words, to be sent as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ita_analysis.documents.paper.blocks import (
    Block,
    Bullets,
    Cover,
    Document,
    Heading,
    Marks,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
)
from ita_analysis.documents.pdf.letters import FAMILY, lines_of, running, shown
from ita_analysis.look import LIGHT, colour
from ita_analysis.texts import LANGUAGE, say
from ita_analysis.thai.text import first_letters, to_thai

LONGEST_NAME = 1_000  # letters of a title or heading: the standard for archives limits what stands beside the pages
DASH = "- "
_ROOM = re.compile("(…+)")  # in a line of a place to sign
Part = dict[str, Any]


def parts_of(document: Document) -> Part:
    """Return all that the layout needs."""
    made_on, named = document.made_on, [_line(document.title), _line(document.agency), say("frame.title")]
    return {
        "title": first_letters(next(filter(None, named)), LONGEST_NAME),
        "agency": first_letters(named[1], LONGEST_NAME),
        "foot": running(document.foot),
        "page": say("paper.page", page="{page}", pages="{pages}"),
        "has_cover": any(isinstance(block, Cover) for section in document.sections for block in section.blocks),
        "digits": list(to_thai("0123456789")),
        "made_on": {"year": made_on.year, "month": made_on.month, "day": made_on.day},
        "language": LANGUAGE,
        "font": FAMILY,
        "colours": {name: colour(token, LIGHT) for name, token in _COLOURS.items()},
        "sections": [*_sections(document.sections)],
    }


_COLOURS = {"ink": "ink", "rule": "missing_mark", "tint": "accent_tint"}


def _sections(sections: tuple[Section, ...]) -> Iterator[Part]:
    level = 0
    for section in sections:
        blocks = []
        for block in filter(_says_something, map(_short, section.blocks)):
            if isinstance(block, Heading):
                # Readers step through levels one by one: one that is left out is none.
                level = min(block.level, level + 1)
            blocks.append(_part(block, level))
        yield {"is_landscape": section.is_landscape, "blocks": blocks}


def _short(block: Block) -> Block:
    """Return a heading that no list of contents could hold as a paragraph."""
    if isinstance(block, Heading) and len(block.words) > LONGEST_NAME:
        return Paragraph(block.words, "left", is_strong=True)
    return block


def _says_something(block: Block) -> bool:
    match block:
        case Heading(words):
            return bool(shown(words))
        case Bullets(points):
            return bool(points)
        case Table(columns=columns):
            return bool(columns)
        case Signatures(places):
            return bool(places)
    return True


def _part(block: Block, level: int) -> Part:
    match block:
        case Cover(titles, agency, contact):
            lines = {"titles": titles, "agency": (agency,), "contact": contact}
            return {"kind": "cover"} | {name: running("\n".join(words)) for name, words in lines.items()}
        case Heading(words, look):
            return {"kind": "heading", "words": running(words), "level": level, "look": look}
        case Paragraph(words, align, is_strong):
            return {"kind": "paragraph", "words": running(words), "align": align, "is_strong": is_strong}
        case Bullets(points):
            return {"kind": "bullets", "points": [running(point) for point in points]}
        case Table():
            return _table(block)
        case Signatures(places):
            return {"kind": "signatures", "places": [_signature(place) for place in places]}


def _table(table: Table) -> Part:
    columns = [
        {"heading": _words(each.heading), "above": _some(each.above), "share": each.share} for each in table.columns
    ]
    rows = [[_cell(cell, column.marks) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    return {"kind": "table", "caption": _some(table.caption), "columns": columns, "rows": rows}


def _cell(paragraphs: Sequence[str], marks: Marks) -> list[Part]:
    """Return the paragraphs of a cell with what stands before each; a single one has no mark."""
    shown = marks if len(paragraphs) > 1 else "none"
    return [{"mark": _mark(shown, number), "words": _words(words)} for number, words in enumerate(paragraphs, 1)]


def _mark(marks: Marks, number: int) -> str:
    return {"none": "", "points": DASH, "numbers": f"{to_thai(str(number))}. "}[marks]


def _signature(place: Signature) -> list[list[Part]]:
    """Return the lines of a place to sign, each as words and as room for a pen, by its share of the line."""
    known = {"name": place.name, "position": place.position, "day": place.signed_on}
    lines = [say("document.sign.line", role=_line(place.role))]
    for what, words in known.items():
        lines.append(say(f"document.sign.{what}", **{what: words}) if words else say(f"document.sign.{what}_blank"))
    return [[_room(piece) for piece in _ROOM.split(line) if piece] for line in lines]


def _room(piece: str) -> Part:
    return {"room": len(piece)} if _ROOM.fullmatch(piece) else {"words": _words(piece)}


def _some(text: str) -> list[list[str]] | None:
    return running(text) if text.strip() else None


_words = lines_of


def _line(text: str) -> str:
    return " ".join(shown(text).split())
