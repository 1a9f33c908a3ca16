"""Small answers by hand, with the columns that questions promise."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from ita_analysis.queries.criteria import ITEMS_OF_MEASURES_COLUMNS
from ita_analysis.queries.indicators import INDICATORS_COLUMNS, TOTAL_COLUMNS
from ita_analysis.queries.measures import LINKS_COLUMNS, MEASURES_COLUMNS
from ita_analysis.queries.rounds import ROUNDS_COLUMNS
from ita_analysis.records import NOWHERE, Finding
from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences.weak import judged

NONE = float("nan")
RULE = WeaknessRule(Decimal(75), Decimal(85), Decimal(95))
ENDS = {3: "2020-12-31", 6: "2021-03-31", 9: "2021-06-30", 12: "2021-09-30"}


def _table(columns: Sequence[str], rows: Sequence[dict[str, object]]) -> pd.DataFrame:
    unknown = {name for row in rows for name in row} - set(columns)
    assert not unknown, f"the question has no columns {unknown}"
    return pd.DataFrame([{name: row.get(name) for name in columns} for row in rows], columns=list(columns))


def indicators(
    weak: dict[int, int] | None = None, scores: dict[int, float] | None = None, means: dict[int, float] | None = None
) -> pd.DataFrame:
    """Return ten indicators; `weak` holds how many measures each weak one has."""
    weak, scores, means = weak or {}, scores or {}, means or {}
    rows = [
        {
            "indicator_no": no,
            "instrument": "IIT" if no < 6 else "EIT" if no < 9 else "OIT",
            "short_name_th": f"ชื่อสั้นที่ {no}",
            "tile_name_th": f"ป้ายที่ {no}",
            "framework_confidence": "sure",
            "weakness_kind": "develop" if no in weak else None,
            "measure_count": weak.get(no, 0),
            "report_id": 1,
        }
        for no in range(1, 11)
    ]
    made = _table(INDICATORS_COLUMNS, rows)
    made["score"] = [scores.get(no, NONE) for no in range(1, 11)]
    made["province_mean"] = [means.get(no, NONE) for no in range(1, 11)]
    return made


def board(
    weak: dict[int, int] | None = None,
    scores: dict[int, float] | None = None,
    means: dict[int, float] | None = None,
    rule: WeaknessRule | None = RULE,
) -> pd.DataFrame:
    """Return ten indicators, judged by a rule: urgent below 75, to develop below 85, good below 95; no year before."""
    shown = judged(indicators(weak, scores, means), rule)
    return shown.assign(before=NONE, change=NONE, change_words="", note="")


def measures(*owners: str | None) -> pd.DataFrame:
    """Return a measure for each owner (None: the plan names nobody)."""
    rows = [
        {"measure_id": no, "measure_no": no, "title": f"มาตรการที่ {no}", "responsible": owner}
        for no, owner in enumerate(owners, 1)
    ]
    return _table(MEASURES_COLUMNS, rows)


def links(*pairs: tuple[int, int] | tuple[int, int, str], weak: Sequence[int] = ()) -> pd.DataFrame:
    """Return which measure answers which indicator, and on whose word; `weak` are the weak indicators."""
    rows = [
        {"measure_id": pair[0], "measure_no": pair[0], "indicator_no": pair[1], "basis": (*pair, "document")[2]}
        for pair in pairs
    ]
    made = _table(LINKS_COLUMNS, rows)
    return made.assign(is_weak=made["indicator_no"].isin(list(weak)))


def rounds(*states: dict[str, int]) -> pd.DataFrame:
    """Return a row per measure and round; what is not given is 0, steps that are not judged are not stated."""
    rows: list[dict[str, object]] = []
    for number, state in enumerate(states, 1):
        months, steps = state["round_months"], state.get("step_count", 0)
        judged = state.get("done_count", 0) + state.get("not_done_count", 0)
        counts = {name: 0 for name in ROUNDS_COLUMNS if name.endswith("_count")}
        about = {"measure_id": number, "measure_no": number, "round_state": "open", "status": "no_data"}
        days = {"starts_on": pd.Timestamp("2020-10-01"), "ends_on": pd.Timestamp(ENDS[months])}
        rows.append({**counts, **about, **days, "not_stated_count": steps - judged, **state})
    return _table(ROUNDS_COLUMNS, rows)


def findings(*rules: str) -> list[Finding]:
    """Return findings by their rules."""
    return [Finding(rule, "high", NOWHERE, "") for rule in rules]


def items(*worth: tuple[str, float | None]) -> pd.DataFrame:
    """Return the items of plan and report with their worth."""
    kinds = ("plan", "report")
    rows = [{"item_code": c, "kind": kind, "item_worth": w} for (c, w), kind in zip(worth, kinds, strict=False)]
    return _table(ITEMS_OF_MEASURES_COLUMNS, rows)


def total(score: float | None = None) -> pd.DataFrame:
    """Return a stored total, or none."""
    return _table(TOTAL_COLUMNS, [] if score is None else [{"score": score, "source": "official"}])
