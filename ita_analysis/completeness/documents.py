"""What the framework asks of plan and report in a fiscal year, each part looked for in a report."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ita_analysis.completeness.part import Answer, Completeness, Document, Part
from ita_analysis.completeness.plan import PLAN, THEMES, Check
from ita_analysis.completeness.published import published_on_own_website
from ita_analysis.completeness.report import REPORT
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Criterion, Framework, MeasuresKind, assessments, fiscal_years, load
from ita_analysis.records import Report
from ita_analysis.review import ALONE, Beside
from ita_analysis.scoring import worth_of_item

_KINDS: tuple[MeasuresKind, ...] = ("plan", "report")
_CHECKS: dict[MeasuresKind, dict[str, Check]] = {
    kind: {**of_kind, published_on_own_website.__name__: published_on_own_website(kind)}
    for kind, of_kind in zip(_KINDS, ({**PLAN, **THEMES}, REPORT), strict=True)
}


def completeness(report: Report, beside: Beside = ALONE) -> Completeness:
    """Return what is found of each part that the documents about the report's fiscal year have to contain.

    A year that the framework does not know has no documents.
    """
    asked = [(kind, _rules(kind, report.fiscal_year_be)) for kind in _KINDS]
    return Completeness(tuple(_document(kind, rules, report, beside) for kind, rules in asked if rules))


def _rules(kind: MeasuresKind, fiscal_year_be: int) -> Framework | None:
    """Return the rules by which the document is assessed: from FY2567 the report in the year after its measures.

    Where that year is not known yet, those of the document's own year.
    """
    if fiscal_year_be not in fiscal_years():
        return None
    years = [year for year, _ in assessments(fiscal_year_be, kind)]
    rules = load(years[0] if years else fiscal_year_be)
    return rules if rules.criteria_of(kind) else None


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
    parts = tuple(Part(each, check_of(each)(report, beside)) for each in asked)
    return Document(kind, asked[0].item_code, rules.fiscal_year_be, _worth(asked[0].item_code, rules), parts)


def check_of(asked: Criterion) -> Check:
    """Return how a part is looked for; one that a later year asks for and nothing here looks for is doubtful."""
    return _CHECKS[asked.kind].get(asked.code, _not_looked_for)


def _not_looked_for(_: Report, __: Beside) -> Answer:
    return Answer("doubtful", reason="not_looked_for")


def _worth(item_code: str, rules: Framework) -> Decimal | None:
    try:
        return worth_of_item(item_code, rules)
    except FrameworkError:
        return None
