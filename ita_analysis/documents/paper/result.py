"""The report on the measures of a round (O43 and its successors) as the parts of a document."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.documents.paper.analysis import analysis
from ita_analysis.documents.paper.blocks import Block, Column, Document, Heading, Paragraph, Section, Table
from ita_analysis.documents.paper.front import cover, foot, foreword, values
from ita_analysis.documents.paper.material import Material, in_order
from ita_analysis.documents.paper.plan import Cells, ended, plan_blocks
from ita_analysis.documents.paper.signing import signing
from ita_analysis.documents.paper.wording import lines, paragraphs, span_in_words, told
from ita_analysis.records import Progress
from ita_analysis.texts import say
from ita_analysis.thai.fiscal_year import round_span
from ita_analysis.thai.text import key

SHARES = {"measure": 16, "detail": 25, "period": 16, "output": 14, "outcome": 16, "note": 13}
# With evidence and status in it the note is the longest of all.
SHARES_WITH_EVIDENCE = {"measure": 15, "detail": 20, "period": 16, "output": 13, "outcome": 14, "note": 22}
COLUMNS = (*SHARES, "shown")
_SHOWN = ("output", "outcome")  # the two that stand under one heading


def result_document(of: Material) -> Document:
    """Return the report on a round: cover, foreword, analysis, the plan, the six columns, places to sign.

    The report's round has to be known.
    """
    name = told("document.result.name", **values(of))
    front = (cover(of, "report"), foreword(of, "report"), analysis(of))
    plan = Section(plan_blocks(of), is_landscape=True)
    shown = Section((*_results(of), signing(of)), is_landscape=True)
    return Document(name, of.report.agency.name, foot(of, "report"), of.made_on, (*front, plan, shown))


def _results(of: Material) -> Iterator[Block]:
    yield Heading(told("document.result.heading", **values(of)))
    table = result_table(of)
    if not table.rows:
        yield Paragraph(say("document.plan.no_measures"))
        return
    yield Paragraph(_intro(of))
    yield table


def result_table(of: Material) -> Table:
    """Return the six official columns, a row for each result and for each measure without one."""
    return Table(say("document.result.caption"), tuple(_columns(of)), tuple(_rows(of)))


def _intro(of: Material) -> str:
    report = of.report
    days = round_span(report.fiscal_year_be, report.round_months or 12)
    planned, reported = ({key(title) for title in titles} for titles in _titles(of))
    counts = {"reported": len(reported), "count": len(planned | reported)}
    return told("document.result.intro", **values(of), start=days.start, end=days.end, **counts)


def _titles(of: Material) -> tuple[list[str], list[str]]:
    return [each.title for each in of.report.measures], [each.measure for each in of.report.progress]


def _columns(of: Material) -> Iterator[Column]:
    has_evidence = any(shown.evidence for shown in of.report.progress)
    for name, share in (SHARES_WITH_EVIDENCE if has_evidence else SHARES).items():
        above = say("document.result.column.shown") if name in _SHOWN else ""
        yield Column(say(f"document.result.column.{name}"), share, above)


def _rows(of: Material) -> Iterator[Cells]:
    """Yield the results in the order of the plan; a measure that nothing is known of says so."""
    yield from (_row(shown, title, of) for title, shown in in_order(of.report))


def _row(shown: Progress, title: str, of: Material) -> Cells:
    period = shown.period_words or (span_in_words(shown.period) if shown.period else None)
    texts = (paragraphs(each) for each in (shown.detail, period, shown.output, shown.outcome))
    return ((title,), *texts, (*_note(shown), *ended(title, of)))


def _note(shown: Progress) -> Iterator[str]:
    """Yield the note, which may be empty, then status and evidence, which have no column of their own."""
    yield from lines(shown.note)
    for words in lines(shown.status):
        yield say("document.evidence.status_line", words=words)
    for words in lines(shown.evidence):
        yield say("document.evidence.line", words=words)
