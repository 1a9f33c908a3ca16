"""The outlines of a TrueType font's glyphs: a glyph keeps its outline where a file carries only a part of its font."""

from __future__ import annotations

import struct
from hashlib import sha256
from itertools import pairwise

_TABLE = struct.Struct(">4s4xII")
_HEAD = 12
_LONG_OFFSETS = 50  # where the table `head` says how `loca` counts


def outlines(font: bytes) -> list[bytes]:
    """Return the outline of each glyph in the order of their numbers; one that draws nothing has none."""
    tables = _tables(font)
    is_long = struct.unpack_from(">h", tables[b"head"], _LONG_OFFSETS)[0] == 1
    places = memoryview(tables[b"loca"])
    offsets = [each[0] for each in struct.iter_unpack(">I" if is_long else ">H", places)]
    scale = 1 if is_long else 2
    # Glyphs end at whole words, and each writer fills up in its own way.
    return [tables[b"glyf"][start * scale : end * scale].rstrip(b"\0") for start, end in pairwise(offsets)]


def fingerprint(outline: bytes) -> str:
    """Return a short name of an outline."""
    return sha256(outline).hexdigest()[:16]


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (_TABLE.unpack_from(font, _HEAD + number * _TABLE.size) for number in range(count))
    return {tag: font[start : start + size] for tag, start, size in entries}
