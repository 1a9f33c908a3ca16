"""The rules that read a report and return findings: each sees one defect, quotes it and proposes a mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.review.beside import ALONE, Beside, Look
from ita_analysis.review.cells import (
    outcome_is_output,
    outcome_missing,
    output_missing,
    output_repeats_title,
    percent_without_base,
)
from ita_analysis.review.copied import copied_from_last_round, copied_from_last_year
from ita_analysis.review.cut_off import cut_off_text, is_cut_off
from ita_analysis.review.dates import date_outside_round, mixed_eras, period_outside_year
from ita_analysis.review.document import agency_spelled_two_ways, missing_approver, row_repeated
from ita_analysis.review.links import evidence_link_dead, evidence_link_off_site
from ita_analysis.review.plan import (
    measure_without_result,
    measure_without_weak_indicator,
    result_without_measure,
    urgent_weakness_not_stated,
    weak_indicator_without_measure,
)
from ita_analysis.review.rounds import round_not_in_plan, round_without_unit
from ita_analysis.review.spelling import agency_misspelled

__all__ = ["ALL_RULES", "ALONE", "BESIDE_RULES", "NAMING", "RULES", "Beside", "Look", "is_cut_off", "review"]

Rule = Callable[[Report], Iterator[Finding]]
RuleBeside = Callable[[Report, Beside], Iterator[Finding]]

RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        weak_indicator_without_measure, date_outside_round, period_outside_year, measure_without_result,
        outcome_is_output, output_repeats_title, output_missing, outcome_missing, round_not_in_plan,
        round_without_unit, copied_from_last_round, percent_without_base, mixed_eras, cut_off_text, missing_approver,
        urgent_weakness_not_stated, result_without_measure, measure_without_weak_indicator, agency_spelled_two_ways,
        agency_misspelled, row_repeated,
    )
}  # fmt: skip
BESIDE_RULES: dict[str, RuleBeside] = {
    rule.__name__: rule for rule in (copied_from_last_year, evidence_link_dead, evidence_link_off_site)
}
ALL_RULES = (*RULES, *BESIDE_RULES)
NAMING = frozenset({"missing_approver"})  # rules whose quotes hold the names of people


def review(report: Report, beside: Beside = ALONE) -> tuple[Finding, ...]:
    """Return what the rules find in a report and in what stands beside it, in the order of the rules."""
    alone = [finding for rule in RULES.values() for finding in rule(report)]
    return (*alone, *(finding for rule in BESIDE_RULES.values() for finding in rule(report, beside)))
