"""The files that an agency's year is handed out as: what each holds, what it is called, and its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ita_analysis.documents.deck import deck
from ita_analysis.documents.naming import file_name
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.documents.tables import About
from ita_analysis.documents.year import year_about, year_tables
from ita_analysis.errors import StoreError
from ita_analysis.publishing.gathered import Gathered
from ita_analysis.publishing.package import package
from ita_analysis.texts import say

Holds = Literal["plan", "result", "slides", "tables", "page", "everything"]
Format = Literal["docx", "pdf", "pptx", "xlsx", "html", "zip"]


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it holds, in which format."""

    holds: Holds
    format: Format


@dataclass(frozen=True)
class File:
    """A file that was made: its kind, its name, its content."""

    kind: Kind
    name: str
    content: bytes


def _plan_docx(of: Gathered) -> bytes:
    from ita_analysis.documents.docx_file import docx_file

    return docx_file(plan_document(of.plan))


def _plan_pdf(of: Gathered) -> bytes:
    from ita_analysis.documents.pdf.writing import pdf_of

    return pdf_of(plan_document(of.plan))


def _result_docx(of: Gathered) -> bytes:
    from ita_analysis.documents.docx_file import docx_file

    return docx_file(result_document(_result(of)))


def _result_pdf(of: Gathered) -> bytes:
    from ita_analysis.documents.pdf.writing import pdf_of

    return pdf_of(result_document(_result(of)))


def _slides(of: Gathered) -> bytes:
    from ita_analysis.documents.pptx_file import pptx_of

    return pptx_of(deck(of.facts))


def _tables(of: Gathered) -> bytes:
    from ita_analysis.documents.workbook import workbook

    return workbook(year_about(of.facts), year_tables(of.facts, of.plan, of.results, of.evidence))


def _page(of: Gathered) -> bytes:
    from ita_analysis.documents.public_page import public_page

    return public_page(of.facts, of.plan, of.results, of.evidence)


def _result(of: Gathered) -> Material:
    """Return the result of the chosen round, which may have been taken back since it was chosen."""
    if of.result is None:
        if of.facts.months:
            raise StoreError("report_round_empty", months=of.facts.months)
        raise StoreError("report_no_round")
    return of.result


_WRITERS: dict[Kind, Callable[[Gathered], bytes]] = {
    Kind("plan", "docx"): _plan_docx,
    Kind("plan", "pdf"): _plan_pdf,
    Kind("result", "docx"): _result_docx,
    Kind("result", "pdf"): _result_pdf,
    Kind("slides", "pptx"): _slides,
    Kind("tables", "xlsx"): _tables,
    Kind("page", "html"): _page,
}
WHOLE = Kind("everything", "zip")
KINDS = (*_WRITERS, WHOLE)
_OF_ROUND = {"result", "slides"}  # what is about the one round that was chosen
FORMATS: tuple[Format, ...] = tuple(dict.fromkeys(each.format for each in KINDS))


def kinds(of: Gathered, formats: Iterable[Format] = FORMATS) -> tuple[Kind, ...]:
    """Return the kinds of files that can be made in some formats; without a reported round there is no report."""
    wanted = set(formats)
    return tuple(each for each in KINDS if each.format in wanted and (each.holds != "result" or of.result))


def made(of: Gathered, kind: Kind, known: Mapping[Kind, File] | None = None) -> File:
    """Return a file of an agency's year; the same data of the same day make the same bytes.

    `known` are files of it that were made before, which the ZIP takes as they are. Raises StoreError for the report
    on a round without results.
    """
    called = name(year_about(of.facts), kind, of.facts.months)
    if kind != WHOLE:
        return File(kind, called, _WRITERS[kind](of))
    held = [(known or {}).get(each) or made(of, each) for each in parts(of)]
    return File(kind, called, package(of, {file.name: file.content for file in held}))


def parts(of: Gathered) -> tuple[Kind, ...]:
    """Return the kinds of files that the ZIP holds."""
    return tuple(each for each in kinds(of) if each != WHOLE)


def name(about: About, kind: Kind, months: int | None) -> str:
    """Return what a file is called: what it holds, of which round, whose, of which year."""
    return file_name(about, f"{say(f'files.name.{kind.holds}')} {of_round(kind.holds, months)}", kind.format)


def of_round(holds: Holds, months: int | None) -> str:
    """Return which round a file is about, in words; nothing for one that is about the whole year."""
    return say("files.of_round", months=months) if months and holds in _OF_ROUND else ""
