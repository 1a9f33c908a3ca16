"""A stored report with the analysis that its document prints: weak indicators by word and by score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import duckdb

from ita_analysis.records import NOWHERE, NoneStated, Report, Unread, Weakness, WeaknessKind
from ita_analysis.scoring import Assessed, WeaknessRule, all_weak, rounded, status_of
from ita_analysis.store.rules import rule_that_holds
from ita_analysis.store.statements import find
from ita_analysis.texts import say

_KINDS: tuple[WeaknessKind, ...] = ("urgent", "develop")


def analysed(cursor: duckdb.DuckDBPyConnection, about: Mapping[str, object], report: Report) -> Report:
    """Return a report of an agency's year with each weak indicator that only last year's score shows.

    The rows of the printed table of scores stand among what no field takes, as they do in a document that was read.
    """
    prior = report.prior_fiscal_year_be or report.fiscal_year_be - 1
    assessed = [*_assessed(cursor, about, rule_that_holds(cursor, prior))]
    printed = [
        Unread(NOWHERE, f"{say('completeness.indicator', no=each.no)} {each.name} | {each.score}")
        for each in assessed
        if each.score is not None
    ]
    weak = all_weak(report.weaknesses, assessed)
    return replace(
        report, weaknesses=weak, unread=(*report.unread, *printed), none_stated=_none(report, weak, assessed)
    )


def _none(report: Report, weak: Sequence[Weakness], assessed: Sequence[Assessed]) -> tuple[NoneStated, ...]:
    """Return of which kinds there are none: by the agency's word, or because every score says so."""
    is_known = bool(assessed) and all(each.score is not None for each in assessed)
    by_score = [NoneStated(kind, say("document.analysis.none_found")) for kind in _KINDS] if is_known else []
    stated = {each.kind: each for each in (*by_score, *report.none_stated)}
    there = {each.kind for each in weak}
    return tuple(each for each in stated.values() if each.kind not in there)


def _assessed(
    cursor: duckdb.DuckDBPyConnection, about: Mapping[str, object], rule: WeaknessRule | None
) -> Iterator[Assessed]:
    for no, instrument, name, _, _, _, stored, *_ in find(cursor, "indicators_of_year", **about):
        score = cast("float | None", stored)
        known: Decimal | None = None if score is None else rounded(score)
        status: Any = "no_data" if rule is None else status_of(score, rule)
        yield Assessed(int(str(no)), str(name), str(instrument), known, status)
