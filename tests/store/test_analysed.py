"""The analysis that a stored year prints: weak by word and by score, and that there is none of a kind."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.completeness import completeness
from ita_analysis.records import Report
from ita_analysis.store.analysed import analysed
from ita_analysis.store.written import written
from tests.store.invented import agency, report, store, store_scores

YEAR = 2564
GOOD = {str(no): 90.0 for no in range(1, 11)}


def _read(opened: duckdb.DuckDBPyConnection, scores: dict[str, float]) -> Report:
    """Return a year of which a report names no weak indicator, with scores of the year before."""
    code = store(opened, report(agency(1), weak=[])).agency_code
    store_scores(opened, code, YEAR - 1, scores)
    found = written(opened.cursor(), code, YEAR)
    assert found is not None
    return analysed(opened.cursor(), {"agency_code": code, "fiscal_year_be": YEAR}, found.report)


@pytest.mark.parametrize(
    ("scores", "weak", "none", "states"),
    [
        (GOOD | {"3": 60.0, "8": 80.0}, {3: "urgent", 8: "develop"}, set(), ("found", "found", "found")),
        (GOOD | {"8": 80.0}, {8: "develop"}, {"urgent"}, ("found", "found", "found")),
        (GOOD, {}, {"urgent", "develop"}, ("found", "found", "found")),
        ({"8": 80.0}, {8: "develop"}, set(), ("found", "missing", "found")),
        ({}, {}, set(), ("missing", "missing", "missing")),
    ],
)
def test_scores_say_what_is_weak_and_only_all_of_them_that_nothing_is(
    scores: dict[str, float],
    weak: dict[int, str],
    none: set[str],
    states: tuple[str, ...],
    empty: duckdb.DuckDBPyConnection,
) -> None:
    read = _read(empty, scores)
    assert {each.indicator_no: each.kind for each in read.weaknesses} == weak
    assert {each.kind for each in read.none_stated} == none
    found = {part.criterion.code: part.state for part in completeness(read).parts}
    assert tuple(found[code] for code in ("prior_year_result", "urgent_weaknesses", "develop_issues")) == states
