"""The plan of measures (O42 and its successors) as the parts of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from ita_analysis.documents.paper.analysis import analysis, indicator_in_words
from ita_analysis.documents.paper.blocks import Block, Column, Document, Heading, Paragraph, Section, Table
from ita_analysis.documents.paper.front import cover, foot, foreword, values
from ita_analysis.documents.paper.material import Material, confirmed
from ita_analysis.documents.paper.signing import signing
from ita_analysis.documents.paper.wording import lines, paragraphs, told
from ita_analysis.intake import cells
from ita_analysis.records import Measure
from ita_analysis.store.worded import is_said
from ita_analysis.texts import say

Cells = tuple[tuple[str, ...], ...]
_MORE = ("timeframe", "budget", "success_indicator")
SHARES = {"measure": 16, "guidelines": 29, "steps": 27, "responsible": 12, "follow_up": 16}
COLUMNS = (*SHARES, "indicators", *_MORE)


def plan_document(of: Material) -> Document:
    """Return the plan of a year: cover, foreword, analysis, the five columns, what they answer, places to sign."""
    name = told("document.plan.name", **values(of))
    last = Section((*plan_blocks(of), signing(of)), is_landscape=True)
    front = (cover(of, "plan"), foreword(of, "plan"), analysis(of))
    return Document(name, of.report.agency.name, foot(of, "plan"), of.made_on, (*front, last))


def plan_blocks(of: Material) -> tuple[Block, ...]:
    """Return the heading and the table of the measures, and the table of what they answer."""
    heading = Heading(told("document.plan.heading", **values(of)))
    if not of.report.measures:
        return (heading, Paragraph(say("document.plan.no_measures")))
    return (heading, plan_table(of), *_links(of))


def plan_table(of: Material) -> Table:
    """Return the five official columns, a row for each measure."""
    lists = {"guidelines": "points", "steps": "numbers"}
    columns = tuple(
        Column(say(f"document.plan.column.{name}"), share, marks=lists.get(name, "none"))  # type: ignore[arg-type]
        for name, share in SHARES.items()
    )
    return Table(say("document.plan.caption"), columns, tuple(_row(measure, of) for measure in of.report.measures))


def _row(measure: Measure, of: Material) -> Cells:
    lists = (tuple(filter(is_said, texts)) or paragraphs(None) for texts in (measure.guidelines, measure.steps))
    return (
        (measure.title,),
        *lists,
        paragraphs(measure.responsible),
        (*_follow_up(measure), *ended(measure.title, of)),
    )


def _follow_up(measure: Measure) -> tuple[str, ...]:
    """Return how a measure is followed up, with its rounds where the words do not name them."""
    named = cells.rounds(measure.follow_up or "")
    if set(measure.rounds_months) <= set(named):
        return paragraphs(measure.follow_up)
    each = [told("document.plan.round", months=months) for months in measure.rounds_months]
    rounds = reduce(lambda first, then: say("document.plan.and", first=first, then=then), each)
    said = lines(measure.follow_up)
    return (*(() if cells.is_nothing("\n".join(said)) else said), say("document.plan.rounds", rounds=rounds))


def ended(title: str, of: Material) -> tuple[str, ...]:
    """Return when a measure ended and why, nothing for one that goes on."""
    end = of.ended.get(title)
    return (told("document.plan.ended", day=end.on, reason=end.reason),) if end else ()


def _links(of: Material) -> Iterator[Block]:
    """Yield what the five official columns have no room for, as far as anything is known of it."""
    fields: dict[str, Callable[[Measure], tuple[str, ...]]] = {"indicators": lambda each: _answered(each, of)}
    fields |= {name: lambda each, name=name: paragraphs(getattr(each, name)) for name in _MORE}  # type: ignore[misc]
    no_data = paragraphs(None)
    known = {name: ask for name, ask in fields.items() if any(ask(each) != no_data for each in of.report.measures)}
    if known:
        share = 70 / len(known)
        columns = (Column(say("document.plan.column.measure"), 30), *(_column(name, share) for name in known))
        rows = tuple(((each.title,), *(ask(each) for ask in known.values())) for each in of.report.measures)
        yield Heading(say("document.plan.links_heading"), 2)
        yield Table(say("document.plan.links_caption"), columns, rows)


def _column(name: str, share: float) -> Column:
    return Column(say(f"document.plan.column.{name}"), share)


def _answered(measure: Measure, of: Material) -> tuple[str, ...]:
    links = confirmed(measure.indicators)
    return tuple(indicator_in_words(link.no, of.name_of(link.no)) for link in links) or paragraphs(None)
