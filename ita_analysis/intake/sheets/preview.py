"""A score sheet as read, with what the rules have against it, before anything is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ita_analysis.intake.finding_json import finding_as_json
from ita_analysis.intake.sheets.about import title_agency, title_year
from ita_analysis.intake.sheets.body import Body
from ita_analysis.intake.sheets.checks import tell_repeated, tell_scale
from ita_analysis.intake.sheets.choosing import choose
from ita_analysis.intake.sheets.codes import known
from ita_analysis.intake.sheets.fingerprint import fingerprint
from ita_analysis.intake.sheets.forms import as_percent, find_form, rounded_tools
from ita_analysis.intake.sheets.long import read_long
from ita_analysis.intake.sheets.matrix import matrix_of
from ita_analysis.intake.sheets.namesakes import name_apart
from ita_analysis.intake.sheets.opening import is_sheet, is_sheet_file, open_grids, open_grids_of
from ita_analysis.intake.sheets.results import results_of
from ita_analysis.intake.sheets.stated import Stated
from ita_analysis.intake.sheets.unread import columns_of, tell_columns, unknown_of
from ita_analysis.intake.sheets.wide import read_wide
from ita_analysis.results import InstrumentForm, Result, ScoreSheet

__all__ = ["as_json", "is_sheet", "is_sheet_file", "read_sheet", "read_sheet_file"]
Told = Callable[[float], None]
Chosen = Mapping[str, str]
_READ, _CHECKED = 0.6, 0.95


def read_sheet(  # noqa: PLR0913 - each is a choice of the reader of the page
    name: str,
    content: bytes,
    chosen: Chosen | None = None,
    fiscal_year_be: int | None = None,
    tell: Told | None = None,
    *,
    sheet_name: str | None = None,
    form: InstrumentForm | None = None,
) -> ScoreSheet:
    """Return what the content of a score sheet says; raises UnreadableDocument where the file cannot be read.

    `chosen`: fields by key of a heading, as a reader told them; `fiscal_year_be` stands in where the sheet names no
    year, `form` where it does not tell how instruments are printed; `sheet_name` is the worksheet to read. `tell`
    hears how much is done, 0 to 1.
    """
    say_done = tell or _unheard
    grid, layout, faults = choose(open_grids(content), chosen or {}, sheet_name)
    body = Body(grid, layout, title_agency(layout), title_year(grid, layout, fiscal_year_be, faults), faults)
    say_done(0.2)
    tell_columns(body)
    stated = read_long(body) if layout.is_long else read_wide(body, lambda share: say_done(0.2 + share * (_READ - 0.2)))
    sheet = _sheet(name, body, stated, form, lambda share: say_done(_READ + share * (_CHECKED - _READ)))
    say_done(1.0)
    return sheet


def read_sheet_file(
    path: Path, chosen: Chosen | None = None, fiscal_year_be: int | None = None, *, sheet_name: str | None = None
) -> ScoreSheet:
    """Return what a score sheet on disk says; raises UnreadableDocument."""
    return read_sheet(*open_grids_of(path), chosen, fiscal_year_be, sheet_name=sheet_name)


def as_json(sheet: ScoreSheet) -> str:
    """Return a sheet as JSON: scores by code, missing ones absent or null, places in words."""
    shown = {
        "file": sheet.file_name,
        "sheet": sheet.sheet_name,
        "form": sheet.form,
        "scores": list(_scores(sheet)),
        "findings": [finding_as_json(finding) for finding in sheet.findings],
        "unknown_columns": [
            {"number": column.number, "heading": column.heading, "first_cells": list(column.first_cells)}
            for column in sheet.unknown
        ],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _unheard(_: float) -> None:
    pass


def _sheet(name: str, body: Body, stated: Stated, form: InstrumentForm | None, tell: Told) -> ScoreSheet:
    heads, faults, layout = stated.heads, body.faults, body.layout
    scores = known(stated.table(), heads, layout, faults)
    found = form or find_form(matrix_of(scores, len(heads)), heads, layout, scores, faults)
    scores = as_percent(scores, heads, found, faults)
    tell_scale(scores, faults)
    name_apart(heads, faults)
    tell_repeated(heads, faults)
    if not heads and layout.has_scores and not faults.is_grave:
        faults.add("no_scores", layout.body + 1)
    results = results_of(heads, scores, faults, tell)
    scores = rounded_tools(scores)
    return ScoreSheet(
        file_name=name,
        sheet_name=body.grid.name,
        fingerprint=fingerprint(heads, scores),
        results=results,
        scores=scores.frame(),
        columns=columns_of(layout),
        unknown=unknown_of(body),
        form=found if scores.is_of("instrument").any() else None,
        findings=faults.all(),
    )


def _scores(sheet: ScoreSheet) -> Iterator[dict[str, Any]]:
    of_result: list[dict[str, dict[str, float]]] = [{} for _ in sheet.results]
    columns = (sheet.scores[name].tolist() for name in ("result_no", "level", "code", "score"))
    for number, level, code, score in zip(*columns, strict=True):
        of_result[number].setdefault(level, {})[code] = score
    for result, levels in zip(sheet.results, of_result, strict=True):
        yield _result(result, levels)


def _result(result: Result, levels: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    agency = result.agency
    return {
        "agency": agency.name,
        "district": agency.district,
        "province": agency.province,
        "fiscal_year_be": result.fiscal_year_be,
        "indicators": levels.get("indicator", {}),
        "items": levels.get("item", {}),
        "instruments": levels.get("instrument", {}),
        "total_printed": None if result.total_printed is None else float(result.total_printed),
        "total_computed": None if result.total_computed is None else float(result.total_computed),
        "grade_printed": result.grade_printed,
        "grade_computed": result.grade_computed,
        "where": str(result.place),
    }
