"""Plain text: lines, with tables as tab-separated lines whose cells may hold HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_analysis.intake.document import Document, Paragraph, Spanned, Table, lay_out
from ita_analysis.intake.html import cell_paragraphs
from ita_analysis.records import Place
from ita_analysis.thai.text import clean

_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]*>")
_AUTOLINK = re.compile(r"<\s*((?:https?://|mailto:)[^<>\s]+)\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\*\*|__|^#{1,6}\s+", re.MULTILINE)


@dataclass(frozen=True)
class _Line:
    number: int
    text: str

    @property
    def tabs(self) -> int:
        return self.text.count("\t")


def read_text(text: str) -> Document:
    """Return the blocks of a text: lines with tabs are table rows, lines up to a blank one a paragraph."""
    return Document(tuple(_numbered(_runs(text))))


def _runs(text: str) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        current = _Line(number, line)
        if run and (not line.strip() or bool(current.tabs) != bool(run[0].tabs)) and not _continues(run, current):
            yield run
            run = []
        if line.strip() or current.tabs:
            run.append(current)
    if run:
        yield run


def _continues(run: list[_Line], line: _Line) -> bool:
    """Return whether a line without tabs goes on in the last, still unfinished row of a table."""
    return bool(line.text.strip()) and not line.tabs and 0 < run[-1].tabs < run[0].tabs


def _numbered(runs: Iterator[list[_Line]]) -> Iterator[Paragraph | Table]:
    tables = 0
    for run in runs:
        if run[0].tabs:
            tables += 1
            yield _table(run, tables)
        elif text := clean(_without_markup("\n".join(line.text for line in run))):
            yield Paragraph(text, Place(line=run[0].number))


def _table(run: list[_Line], number: int) -> Table:
    rows: list[_Line] = []
    for line in run:
        if line.tabs or not rows:
            rows.append(line)
        else:
            rows[-1] = _Line(rows[-1].number, f"{rows[-1].text}\n{line.text}")
    cells = [[Spanned(_paragraphs(cell)) for cell in row.text.split("\t")] for row in rows]
    return Table(number, lay_out(cells), tuple(row.number for row in rows))


def _paragraphs(cell: str) -> tuple[str, ...]:
    text = _without_markdown(cell)
    if _TAG.search(text):
        return cell_paragraphs(text)
    text = clean(text)
    return tuple(line for line in text.split("\n") if line) if text else ()


def _without_markup(text: str) -> str:
    text = _without_markdown(text)
    return "\n".join(cell_paragraphs(text.replace("\n", "<br>"))) if _TAG.search(text) else text


def _without_markdown(text: str) -> str:
    return _AUTOLINK.sub(r"\1", _MARKDOWN.sub("", text))
