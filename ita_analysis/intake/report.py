"""A report document read whole: who, which year and round, weaknesses, measures, results, signatures, the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ita_analysis import framework
from ita_analysis.errors import UnreadableDocument
from ita_analysis.framework import Framework
from ita_analysis.intake import cells
from ita_analysis.intake.agency import read_agency
from ita_analysis.intake.document import Document, Paragraph
from ita_analysis.intake.headings import PLAN_ROLES, RESULT_ROLES
from ita_analysis.intake.identity import read_fiscal_year, read_prior_year, read_round
from ita_analysis.intake.measures import read_measures
from ita_analysis.intake.progress import each_once, read_progress
from ita_analysis.intake.prose import left_over, prose, written_in
from ita_analysis.intake.rows import Grid, Row, grids
from ita_analysis.intake.signatures import read_signatories
from ita_analysis.intake.weaknesses import read_weaknesses
from ita_analysis.records import Fact, Place, Progress, Report, Unread
from ita_analysis.thai.fiscal_year import ROUNDS, round_span

_ALWAYS = frozenset({"ordinal", "measure", "instrument"})
_PLAN = PLAN_ROLES | {"indicator", "success_indicator", "period", "budget"}
_RESULT = RESULT_ROLES | {"period", "note", "evidence", "status"}


def read_report(document: Document, fiscal_year_be: int | None = None) -> Report:
    """Return all that a document says; `fiscal_year_be` stands in where the document names no year.

    Raises UnreadableDocument where it is no report (no measures, no agency), UnclearYear where its year is unclear.
    """
    all_grids = grids(document)
    tables = _of_measures(document, all_grids)
    text = prose(document, all_grids)
    agency, spellings = read_agency(text)
    if agency is None:
        raise UnreadableDocument("no_agency")
    year, facts = _year(text, fiscal_year_be)
    report = Report(agency, year, None, None, spellings=spellings, facts=facts, written_in=written_in(text))
    return _with_rest(_with_tables(_with_prior(report, text), document, tables), document, all_grids, tables, text)


def _with_prior(report: Report, text: Sequence[Paragraph]) -> Report:
    prior, months = read_prior_year(text, report.fiscal_year_be), read_round(text)
    facts = {**report.facts, "prior_fiscal_year_be": prior.fact} | ({"round_months": months[1]} if months else {})
    return replace(
        report,
        prior_fiscal_year_be=prior.fiscal_year_be,
        round_months=months[0] if months else None,
        facts=facts,
    )


def _with_tables(report: Report, document: Document, tables: Sequence[Grid]) -> Report:
    rules = _framework_near(report.prior_fiscal_year_be or report.fiscal_year_be)
    measures, unread = read_measures(_plan(tables), rules)
    if not measures:
        raise UnreadableDocument("no_measures", place=Place(table=tables[0].table.number))
    weaknesses, none_stated = read_weaknesses(document, rules)
    progress, repeated = each_once(read_progress(tables, measures, report.fiscal_year_be))
    return replace(
        report,
        repeated=repeated,
        round_months=report.round_months or _round_of(progress, report.fiscal_year_be),
        weaknesses=weaknesses,
        none_stated=none_stated,
        measures=measures,
        progress=progress,
        unread=unread,
    )


def _with_rest(
    report: Report, document: Document, all_grids: Sequence[Grid], tables: Sequence[Grid], text: Sequence[Paragraph]
) -> Report:
    signatories, signed = read_signatories(document)
    taken = signed | {said.place for said in report.analysed}
    rest = (*_unread_cells(tables), *_unread_rows([grid for grid in all_grids if grid not in tables], taken))
    unread = (*left_over(text, taken), *report.unread, *rest)
    return replace(report, signatories=signatories, unread=unread)


def _of_measures(document: Document, all_grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the tables with a column of measures; raises UnreadableDocument, naming what the document has instead."""
    found = tuple(grid for grid in all_grids if grid.has_measures)
    if found:
        return found
    for grid in all_grids:
        if len(grid.headings.roles & (PLAN_ROLES | RESULT_ROLES | {"period"})) >= 2:
            headings = ", ".join(column.label for column in grid.headings.columns if column.label)
            raise UnreadableDocument("no_measure_column", place=Place(table=grid.table.number), headings=headings)
    raise UnreadableDocument("not_a_report", tables=len(document.tables), paragraphs=len(document.paragraphs))


def _year(text: Sequence[Paragraph], stated: int | None) -> tuple[int, dict[str, Fact]]:
    if stated is not None:
        return stated, {"fiscal_year_be": Fact(str(stated), Place(), "sure")}
    year = read_fiscal_year(text)
    if year is None:
        raise UnreadableDocument("no_fiscal_year")
    return year.fiscal_year_be, {"fiscal_year_be": year.fact}


def _framework_near(fiscal_year_be: int) -> Framework:
    """Return the framework of a year, or of the nearest known one: it only lends the names of indicators."""
    return framework.load(min(framework.fiscal_years(), key=lambda year: abs(year - fiscal_year_be)))


def _plan(tables: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the tables of the plan; where only results stand, their measures are the plan that is known."""
    plan = tuple(grid for grid in tables if grid.headings.roles & PLAN_ROLES or not grid.headings.roles & RESULT_ROLES)
    return plan or tuple(tables)


def _round_of(progress: Sequence[Progress], fiscal_year_be: int) -> int | None:
    """Return the round that ends where the stated periods end, or None where no period tells."""
    ends = {shown.period.end for shown in progress if shown.period}
    return next((months for months in ROUNDS if round_span(fiscal_year_be, months).end in ends), None)


def _unread_cells(tables: Sequence[Grid]) -> Iterator[Unread]:
    plan = _plan(tables)
    for grid in tables:
        known = (
            _ALWAYS | (_PLAN if grid in plan else set()) | (_RESULT if grid.headings.roles & RESULT_ROLES else set())
        )
        for row in grid.rows:
            yield from _unknown_cells(row, known)


def _unknown_cells(row: Row, known: frozenset[str]) -> Iterator[Unread]:
    for cell, column in zip(row.cells, row.headings.columns, strict=True):
        words = cells.text(cell)
        is_own = cell.origin[0] == row.number and not row.section
        if words and is_own and column.role not in known:
            yield Unread(row.place.in_column(column.label) if column.label else row.place, words)


def _unread_rows(others: Sequence[Grid], taken: Collection[Place]) -> Iterator[Unread]:
    for grid in others:
        for row in grid.rows:
            texts = dict.fromkeys(words for cell in row.cells if (words := cells.text(cell)))
            if texts and row.place not in taken:
                yield Unread(row.place, " | ".join(texts))
