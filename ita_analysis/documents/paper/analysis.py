"""The analysis of an official document: weak points, how they were found, the scores, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita_analysis.documents.paper.blocks import Block, Bullets, Column, Heading, Paragraph, Section, Table
from ita_analysis.documents.paper.front import values, whereabouts
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.wording import in_thai, lines, told
from ita_analysis.records import Weakness, WeaknessKind
from ita_analysis.scoring import Assessed, rounded
from ita_analysis.texts import say

COLUMNS = {"indicator": 46, "instrument": 14, "score": 16, "status": 24}


def analysis(of: Material) -> Section:
    """Return the analysis of the year before, in the order in which an assessor looks for its parts."""
    return Section((
        Heading(say("document.analysis.heading")),
        Paragraph(_intro(of)),
        *_total(of),
        *_weak(of, "urgent"),
        *_weak(of, "develop"),
        Heading(say("document.analysis.how"), 2),
        Paragraph(_how(of)),
        *_scores(of),
        *_practice(of),
    ))  # fmt: skip


def indicator_in_words(no: int, name: str) -> str:
    """Return an indicator by its number and name; a name that is a number itself is not numbered again."""
    words = told("document.analysis.indicator", no=no, name=name).strip()
    return name if name.startswith(say("document.analysis.column.indicator")) else words


def _intro(of: Material) -> str:
    where = whereabouts(of)
    if not of.is_analysed:
        return told("document.analysis.intro_of_none", **values(of))
    key = "document.analysis.intro_where" if where else "document.analysis.intro"
    return told(key, **values(of), where=where)


def _total(of: Material) -> Iterator[Block]:
    if of.total is not None:
        yield Paragraph(told("document.analysis.total", total=of.total))
    elif not of.has_scores:
        yield Paragraph(told("document.analysis.no_scores", prior=of.prior_year))


def _weak(of: Material, kind: WeaknessKind) -> Iterator[Block]:
    yield Heading(say(f"document.analysis.{kind}"), 2)
    found = tuple(_weak_point(each, of) for each in of.weak(kind))
    if found:
        yield Bullets(found)
        return
    is_known = bool(of.assessed) and all(each.score is not None for each in of.assessed)
    stated = [" ".join(lines(none.quote)) for none in of.report.none_stated if none.kind == kind]
    none = say("document.analysis.none_found")
    yield Paragraph(none if is_known else next(iter(stated), say("document.analysis.unknown")))


def _weak_point(weak: Weakness, of: Material) -> str:
    indicator = indicator_in_words(weak.indicator_no, weak.text)
    if weak.score is None:
        return say("document.analysis.by_word", indicator=indicator)
    key = "by_both" if weak.indicator_no in of.named else "by_score"
    return told(f"document.analysis.{key}", indicator=indicator, score=rounded(weak.score))


def _how(of: Material) -> str:
    if of.rule is None or not of.has_scores:
        return say("document.analysis.only_named" if of.named else "document.analysis.none_judged")
    rule = of.rule
    limits = {"urgent": rule.urgent_below, "develop": rule.develop_below, "good": rule.good_below}
    words = told("document.analysis.rule", **{name: rounded(limit) for name, limit in limits.items()})
    return say("document.analysis.rule_and_named", rule=words) if of.named else words


def _scores(of: Material) -> Iterator[Block]:
    if of.has_scores:
        columns = tuple(Column(say(f"document.analysis.column.{name}"), share) for name, share in COLUMNS.items())
        kinds = {each.indicator_no: each.kind for each in of.report.weaknesses}
        yield Heading(say("document.analysis.scores"), 2)
        yield Table(
            say("document.analysis.scores_caption"),
            columns,
            tuple(_row(each, kinds.get(each.no)) for each in of.assessed),
        )


def _row(of: Assessed, kind: WeaknessKind | None) -> tuple[tuple[str, ...], ...]:
    score = say("document.no_data") if of.score is None else in_thai(of.score)
    status = say(f"document.analysis.status.{kind or of.status}")
    return ((indicator_in_words(of.no, of.name),), (of.instrument,), (score,), (status,))


def _practice(of: Material) -> Iterator[Block]:
    yield Heading(say("document.analysis.practice"), 2)
    if not of.report.measures:
        yield Paragraph(say("document.plan.no_measures"))
        return
    yield Paragraph(told("document.analysis.practice_measures", count=len(of.report.measures)))
    if of.ended:
        yield Paragraph(told("document.analysis.practice_ended", count=len(of.ended)))
    unanswered = [each for each in of.uncovered if each not in of.guessed]
    if unanswered:
        yield Paragraph(say("document.analysis.uncovered", indicators=_named(unanswered)))
    if of.guessed:
        yield Paragraph(say("document.analysis.unconfirmed", indicators=_named(of.guessed)))
    if of.report.weaknesses and not of.uncovered:
        yield Paragraph(say("document.analysis.all_covered"))


def _named(weak: Iterable[Weakness]) -> str:
    return " ".join(indicator_in_words(each.indicator_no, each.text) for each in weak)
