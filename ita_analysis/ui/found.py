"""Findings as rows of a screen: severity, title, place with the way to the cell, quote, and what to do."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Finding, Place
from ita_analysis.review import NAMING
from ita_analysis.sentences.origins import place_of
from ita_analysis.texts import say
from ita_analysis.ui import judging, visiting
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.heads import cell as cell_address

_RowKey = tuple[object, object]
# The columns of the plan and of the results, as `/source` names them.
COLUMNS = {
    "measure": ("title", "guidelines", "steps", "responsible", "follow_up"),
    "result": ("detail", "period", "output", "outcome", "note"),
}
_FIRST = {kind: f"-{columns[0]}" for kind, columns in COLUMNS.items()}


def finding_rows(findings: pd.DataFrame, year: AgencyYear, way: str) -> list[dict[str, Any]]:
    """Return stored findings in words, the gravest first; `way` leads to source cells and knows the way back."""
    cells = _cells(year)
    return [_row(row, cells, way) for row in rows_of(findings)]


def _row(row: Any, cells: dict[_RowKey, list[str]], way: str) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    values = json.loads(row.sentence_values)
    finding = Finding(row.rule, row.severity, Place(), row.quote, values)
    cell = _cell(json.loads(row.place), values, cells)
    return {
        "title": finding.title,
        "quote": say("frame.name_hidden") if row.rule in NAMING and not visiting.sees_names() else row.quote,
        "fix": finding.fix,
        "severity": row.severity,
        "place": place_of(row.place),
        "href": cell_address(way, cell) if cell else "",
    }


def _cell(place: dict[str, Any], values: dict[str, str], cells: dict[_RowKey, list[str]]) -> str:
    """Return the code of the cell that a finding is about; several weaknesses may stand on one line."""
    key = _row_of(place)
    found = cells.get(key, []) if key else []
    named = f"weakness-{values.get('no')}"
    code = named if named in found else next(iter(found), "")
    kind = code.partition("-")[0]
    column = next(
        (each for each in COLUMNS.get(kind, ()) if say(f"origin.column.{each}") in place.get("column", "")), ""
    )
    return f"{code}-{column}" if column else code and f"{code}{_FIRST.get(kind, '')}"


def _cells(year: AgencyYear) -> dict[_RowKey, list[str]]:
    """Return which rows of the report became which records, by the row's place."""
    weaknesses = judging.indicators(year).dropna(subset=["weakness_place"])
    codes = [(row.weakness_place, f"weakness-{row.indicator_no}") for row in rows_of(weaknesses)]
    codes += [(row.place, f"measure-{row.measure_no}") for row in rows_of(of_year("measures", year))]
    codes += [(row.place, f"result-{row.measure_no}-{row.round_months}") for row in rows_of(of_year("results", year))]
    found: dict[_RowKey, list[str]] = {}
    for place, code in codes:
        if isinstance(place, str) and (key := _row_of(json.loads(place))):  # what a person entered has none
            found.setdefault(key, []).append(code)
    return found


def _row_of(place: dict[str, Any]) -> _RowKey | None:
    """Return what a place has in common with all cells of its row; None for a place that is the whole document."""
    if "table" in place:
        return (place["table"], place.get("row"))
    return ("line", place["line"]) if "line" in place else None
