"""What the framework asks of plan and report in a fiscal year, each part looked for in a report."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ita_analysis.completeness.part import Answer, Completeness, Document, Part
from ita_analysis.completeness.plan import PLAN, theme
from ita_analysis.completeness.published import published_on_own_website
from ita_analysis.completeness.report import REPORT
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Criterion, Framework, MeasuresKind, fiscal_years, load
from ita_analysis.records import Report
from ita_analysis.review import ALONE, Beside
from ita_analysis.scoring import worth_of_item

_PUBLISHED, _THEME = "published_on_own_website", "theme_"
_KINDS: tuple[MeasuresKind, ...] = ("plan", "report")


def completeness(report: Report, beside: Beside = ALONE) -> Completeness:
    """Return what is found of each part that the documents of the report's fiscal year have to contain.

    A year that the framework does not know has no documents.
    """
    if report.fiscal_year_be not in fiscal_years():
        return Completeness(())
    rules = load(report.fiscal_year_be)
    return Completeness(tuple(_document(kind, rules, report, beside) for kind in _KINDS if rules.criteria_of(kind)))


def completeness_of_file(report: Report, wanted: MeasuresKind | None = None) -> Completeness:
    """Return what is found of the parts of the document that a file holds: the plan, the report, or both.

    It is judged by what stands in it: a plan that was published alone has no results yet. `wanted` says which it is.
    """
    whole = completeness(report)
    kinds = {wanted} if wanted else {kind for kind in _KINDS if _HOLDS[kind](report)} or {*_KINDS}
    held = tuple(each for each in whole.documents if each.kind in kinds)
    return Completeness(held, tuple(each for each in whole.documents if each not in held))


def _holds_plan(report: Report) -> bool:
    """Return whether there is an analysis, or a measure that says more than a table of results says of it."""
    return bool(report.analysed) or any(
        each.guidelines or each.steps or each.rounds_months or each.follow_up for each in report.measures
    )


_HOLDS: dict[MeasuresKind, Callable[[Report], bool]] = {
    "plan": _holds_plan,
    "report": lambda report: bool(report.progress),
}


def _document(kind: MeasuresKind, rules: Framework, report: Report, beside: Beside) -> Document:
    asked = rules.criteria_of(kind)
    parts = tuple(Part(each, _answer(each, report, beside)) for each in asked)
    return Document(kind, asked[0].item_code, _worth(asked[0].item_code, rules), parts)


def _answer(asked: Criterion, report: Report, beside: Beside) -> Answer:
    """Return what is found of a part; one that a later year asks for and nothing here looks for is doubtful."""
    if asked.code == _PUBLISHED:
        return published_on_own_website(beside, asked.kind)
    if asked.code.startswith(_THEME):
        return theme(asked.code)(report, beside)
    check = {**PLAN, **REPORT}.get(asked.code)
    return check(report, beside) if check else Answer("doubtful", reason="not_looked_for")


def _worth(item_code: str, rules: Framework) -> Decimal | None:
    try:
        return worth_of_item(item_code, rules)
    except FrameworkError:
        return None
