"""A stored report with the analysis that its document prints: weak indicators by word and by score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import duckdb

from ita_analysis.records import NOWHERE, Report, Unread
from ita_analysis.scoring import Assessed, WeaknessRule, all_weak, rounded, status_of
from ita_analysis.store.rules import rule_that_holds
from ita_analysis.store.statements import find


def analysed(cursor: duckdb.DuckDBPyConnection, about: Mapping[str, object], report: Report) -> Report:
    """Return a report of an agency's year with each weak indicator that only last year's score shows.

    The rows of the printed table of scores stand among what no field takes, as they do in a document that was read.
    """
    prior = report.prior_fiscal_year_be or report.fiscal_year_be - 1
    assessed = [*_assessed(cursor, about, rule_that_holds(cursor, prior))]
    printed = [Unread(NOWHERE, f"{each.name} {each.score}") for each in assessed if each.score is not None]
    return replace(report, weaknesses=all_weak(report.weaknesses, assessed), unread=(*report.unread, *printed))


def _assessed(
    cursor: duckdb.DuckDBPyConnection, about: Mapping[str, object], rule: WeaknessRule | None
) -> Iterator[Assessed]:
    for no, instrument, name, _, _, _, stored, *_ in find(cursor, "indicators_of_year", **about):
        score = cast("float | None", stored)
        known: Decimal | None = None if score is None else rounded(score)
        status: Any = "no_data" if rule is None else status_of(score, rule)
        yield Assessed(int(str(no)), str(name), str(instrument), known, status)
