"""What follows from a sheet is the same, whether its agencies are whole, incomplete, or have scores stored beside."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis import framework, scoring
from ita_analysis.store.levels import levels_above

YEAR = 2567
PACK = framework.load(YEAR)
NAMES = ["agency_code", "fiscal_year_be", "level", "code", "score"]
Scores = dict[tuple[str, str], float]


def _items(shift: float = 0.0) -> Scores:
    return {("item", item.code): (number * 7 + shift) % 101 for number, item in enumerate(PACK.items)}


def _table(agencies: dict[str, Scores], year: int = YEAR) -> pd.DataFrame:
    rows = [(code, year, *name, score) for code, scores in agencies.items() for name, score in scores.items()]
    return pd.DataFrame(rows, columns=NAMES)


def _found(agencies: dict[str, Scores], kept: list[tuple[object, ...]] | None = None) -> dict[str, Scores]:
    found: dict[str, Scores] = {code: {} for code in agencies}
    for row in levels_above(_table(agencies), kept or []).itertuples():
        assert row.source == "computed"
        assert (row.level, row.code) not in found[row.agency_code], "once"
        found[row.agency_code][row.level, row.code] = row.score
    return found


def _slow(scores: Scores) -> Scores:
    return {name: float(score) for name, score in scoring.completed(scores, PACK).items()}


def _without(scores: Scores, name: str) -> Scores:
    return {each: score for each, score in scores.items() if each[1] != name}


AGENCIES: dict[str, Scores] = {
    "whole": _items(),
    "whole too": _items(0.25),
    "one item missing": _without(_items(3), "O7"),
    "three decimals": {**_items(), ("item", "i1"): 33.333},
    "an indicator stated beside": {**_items(5), ("indicator", "7"): 61.5},
    "an item of nobody": {**_items(5), ("item", "O99"): 100.0},
    "indicators alone": {("indicator", str(no)): 80.0 + no for no in range(1, 11)},
    "total alone": {("total", "total"): 81.25},
}


def test_all_kinds_in_one_sheet_get_what_each_gets_alone() -> None:
    assert _found(AGENCIES) == {code: _slow(scores) for code, scores in AGENCIES.items()}


def test_what_states_every_level_gets_nothing() -> None:
    everything = {**_items(), **_slow(_items())}
    assert _found({"all": everything, "whole": _items()}) == {"all": {}, "whole": _slow(_items())}


def test_a_score_stored_beside_the_sheet_counts() -> None:
    kept: list[tuple[object, ...]] = [("whole", YEAR, "indicator", "7", 61.5), ("other", YEAR, "indicator", "7", 1.0)]
    assert _found({"whole": _items()}, kept) == {"whole": _slow({**_items(), ("indicator", "7"): 61.5})}


@pytest.mark.parametrize("year", [2569, 2500])
def test_nothing_follows_where_the_year_has_no_rule(year: int) -> None:
    stated = {("item", "O1"): 100.0, ("item", "i1"): 80.0}
    assert levels_above(_table({"whole": stated}, year), []).empty


def test_an_empty_sheet_gives_an_empty_table() -> None:
    assert levels_above(_table({}), []).empty
