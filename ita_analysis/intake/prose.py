"""The text of a document outside its tables of measures, and what of it no reader took."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ita_analysis.intake.document import BULLET, Document, Paragraph, Table
from ita_analysis.intake.identity import is_title
from ita_analysis.intake.rows import Grid
from ita_analysis.records import Place, Unread
from ita_analysis.thai.dates import span_in
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern

_LONGEST_HEADING = 220
_LONGEST_MONTH_LINE = 40


def prose(document: Document, grids: Sequence[Grid]) -> tuple[Paragraph, ...]:
    """Return the paragraphs in reading order, among them the cells of tables that have no headings."""
    with_headings = {grid.table.number: grid for grid in grids}
    found: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            grid = with_headings.get(block.number)
            found += _of_rows(block, grid.headings.first if grid else len(block.rows))
    return tuple(found)


def written_in(paragraphs: Sequence[Paragraph]) -> date | None:
    """Return the month a document is dated, from a line that holds only a month and a year."""
    for paragraph in paragraphs:
        for line in paragraph.text.split("\n"):
            if len(line) <= _LONGEST_MONTH_LINE and pattern("identity", "month_line").fullmatch(to_arabic(flat(line))):
                span = span_in(line)
                if span and (span.start.year, span.start.month) == (span.end.year, span.end.month):
                    return span.start
    return None


def left_over(paragraphs: Sequence[Paragraph], taken: Collection[Place]) -> Iterator[Unread]:
    """Yield the paragraphs that are no heading and that no reader took."""
    for paragraph in paragraphs:
        if paragraph.place not in taken and not _is_heading(paragraph):
            yield Unread(paragraph.place, paragraph.text.removeprefix(BULLET))


def _of_rows(table: Table, end: int) -> Iterator[Paragraph]:
    for number, row in enumerate(table.rows[:end]):
        for text in {cell.origin: cell.text for cell in row if cell.origin[0] == number and flat(cell.text)}.values():
            yield Paragraph(text, table.place(number))


def _is_heading(paragraph: Paragraph) -> bool:
    words = flat(paragraph.text)
    if len(words) > _LONGEST_HEADING or pattern("identity", "sentence").search(words):
        return False
    return is_title(paragraph) or bool(pattern("identity", "only_agency").fullmatch(words))
