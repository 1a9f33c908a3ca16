"""The lines of a page's text, each as one piece: what says letters beside them goes, and what follows on is joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_GLYPH = 2  # bytes
_THOUSANDTHS = 1000
_SMALLEST_MOVE = 1  # thousandths of the letters' size: less is rounding
Widths = Mapping[int, float]
Instruction = tuple[Sequence[Any], pikepdf.Operator]


@dataclass
class Piece:
    """Glyphs and moves that follow each other in one font, and where the next would stand by itself."""

    font: str
    size: float
    matrix: tuple[float, ...]
    parts: list[Any]
    end: float

    def takes(self, other: Piece) -> bool:
        """Return whether another piece stands on the same line in the same letters."""
        same_line = self.matrix[:4] == other.matrix[:4] and self.matrix[5] == other.matrix[5]
        return same_line and (self.font, self.size) == (other.font, other.size)

    def join(self, other: Piece) -> None:
        """Put another piece behind this one."""
        move = (self.end - other.matrix[4]) * _THOUSANDTHS / self.size
        if abs(move) >= _SMALLEST_MOVE:
            self.parts.append(round(move, 1))
        self.parts += other.parts
        self.end = other.end

    def written(self) -> Iterator[Instruction]:
        """Yield what draws this piece."""
        yield [pikepdf.Name(self.font), self.size], pikepdf.Operator("Tf")
        yield [*self.matrix], pikepdf.Operator("Tm")
        yield [pikepdf.Array(self.parts)], pikepdf.Operator("TJ")


@dataclass
class Lines:
    """A page that is written anew, with the piece that is not written yet."""

    widths: Mapping[str, Widths]
    written: list[Instruction] = field(default_factory=list)
    _piece: Piece | None = None
    _font: str = ""
    _size: float = 0
    _matrix: tuple[float, ...] = ()
    _is_beside: list[bool] = field(default_factory=list)

    def read(self, operands: Sequence[Any], operator: pikepdf.Operator) -> None:
        """Take the next instruction of the page."""
        match str(operator):
            case "Tf":
                self._font, self._size = str(operands[0]), float(operands[1])
            case "Tm":
                self._matrix = tuple(map(float, operands))
            case "Tj":
                self._draw([operands[0]])
            case "TJ":
                self._draw([*operands[0]])
            case "Tr" if operands[0] == 0:
                pass  # filled letters, as they are without a word
            case "BDC" if "/ActualText" in operands[1]:
                self._is_beside.append(True)
            case "EMC" if self._is_beside.pop():
                pass
            case name:
                if name == "BDC":
                    self._is_beside.append(False)
                self.flush()
                self.written.append((operands, operator))

    def flush(self) -> None:
        """Write the piece that is not written yet."""
        if self._piece:
            self.written += self._piece.written()
        self._piece = None

    def _draw(self, parts: list[Any]) -> None:
        end = self._matrix[4] + self._advance(parts) * self._size / _THOUSANDTHS
        piece = Piece(self._font, self._size, self._matrix, parts, end)
        if self._piece and self._piece.takes(piece):
            self._piece.join(piece)
        else:
            self.flush()
            self._piece = piece

    def _advance(self, parts: list[Any]) -> float:
        widths, total = self.widths[self._font], 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                glyphs = bytes(part)
                total += sum(
                    widths.get(int.from_bytes(glyphs[place : place + _GLYPH]), 0)
                    for place in range(0, len(glyphs), _GLYPH)
                )
            else:
                total -= float(part)
        return total


def joined(page: pikepdf.Page) -> bytes:
    """Return what draws the page, each line of its text in one piece."""
    fonts = page.Resources.get("/Font", pikepdf.Dictionary())
    lines = Lines({name: _widths(font) for name, font in fonts.items()})
    for each in pikepdf.parse_content_stream(page):
        lines.read([*each.operands], each.operator)
    lines.flush()
    return pikepdf.unparse_content_stream(lines.written)


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """Return the widths of a font's glyphs in thousandths: typst lists them by first, last and width."""
    listed = [*font.DescendantFonts[0].W]
    return {
        number: float(width)
        for first, last, width in zip(listed[::3], listed[1::3], listed[2::3], strict=True)
        for number in range(int(first), int(last) + 1)
    }
