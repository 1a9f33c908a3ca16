"""A document as its parts in reading order, before any file: each writer turns the same parts into a file of its kind.

Words are plain text: they are escaped by whoever writes them. Line ends within words are line ends of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "center", "both"]
Marks = Literal["none", "points", "numbers"]


@dataclass(frozen=True)
class Cover:
    """The first page: what it is, line by line, whose it is, and where they are reached."""

    titles: tuple[str, ...]
    agency: str
    contact: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading; a reader's list of contents has those of level 1 and 2."""

    words: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    words: str
    align: Align = "both"
    is_strong: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    points: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width, and the heading that it shares with its neighbours.

    `marks` says what stands before each paragraph of a cell that has several: nothing, a dash or its Thai number.
    """

    heading: str
    share: float
    above: str = ""
    marks: Marks = "none"


@dataclass(frozen=True)
class Table:
    """A table: a caption, its columns, and rows of as many cells; a cell is its paragraphs, none for an empty one."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True)
class Signature:
    """A place to sign: the printed role, and the name, position and day where they are known."""

    role: str
    name: str = ""
    position: str = ""
    signed_on: str = ""


@dataclass(frozen=True)
class Signatures:
    """Places to sign, beside or below each other, never torn over two pages."""

    places: tuple[Signature, ...]


Block = Cover | Heading | Paragraph | Bullets | Table | Signatures


@dataclass(frozen=True)
class Section:
    """Pages of one direction; each section begins a new page."""

    blocks: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True)
class Document:
    """A document: its title, whose it is, what stands at the foot of each page, and the day it was made on.

    `made_on` is injected, so that the same data give the same bytes.
    """

    title: str
    agency: str
    foot: str
    made_on: date
    sections: tuple[Section, ...]
