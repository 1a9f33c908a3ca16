"""The screen behind a score: the cell of the sheet it was read from, or the scores below it, and what it replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis import framework
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import origin_of_score
from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import heads
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.score_places import code_of, name_of

CELL = re.compile(r"score-(?P<level>item|indicator|instrument|total)-(?P<code>[A-Za-z0-9-]{1,8})")
_Name = tuple[str, str]


def told(year: AgencyYear, cell: str, way: str) -> tuple[Headline, dict[str, Any]] | None:
    """Return the finding and the values of the screen of a score; None where no such score is stored.

    `way` leads to other cells and knows the way back.
    """
    found = CELL.fullmatch(cell)
    scores = ask("score_origins", year.agency_code, year.prior_fiscal_year_be)
    if not found or not (rows := list(rows_of(_named(scores, found["level"], found["code"])))):
        return None
    row, pack = rows[0], _pack(year.prior_fiscal_year_be)
    parts = [_part(each, scores, way) for each in _parts(row.level, row.code, pack)] if row.source == "computed" else []
    values = {
        "cells": list(_cells(row, pack)),
        "parts_of": [part for part in parts if part],
        "replaced": [_replaced(each) for each in rows_of(_replaced_of(year, row.level, row.code))],
    }
    return _headline(row, year), values


def _headline(row: Any, year: AgencyYear) -> Headline:  # noqa: ANN401 - a row of an answer
    where = say("score_origin.computed") if row.source == "computed" else origin_of_score(row)
    standfirst = say(f"score_origin.standfirst.{row.source}", year=year.prior_fiscal_year_be)
    return Headline(say("score_origin.headline", place=where), "", standfirst)


def _cells(row: Any, pack: Framework | None) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a row of an answer
    texts = {
        "what": name_of(row.level, row.code, pack),
        "heading": row.heading,
        "score": f"{row.score:.2f}",
        "kind": say(f"source.score_kind.{row.source}"),
        "stored": "" if pd.isna(row.stored_at) else long_date(row.stored_at),
        "printed_as": say(f"score_origin.form.{row.instruments_form}") if _is_weighed(row) else "",
    }
    for name, words in texts.items():
        if words:
            yield {"label": say(f"score_origin.{name}"), "lines": [words], "is_marked": name == "score"}


def _is_weighed(row: Any) -> bool:  # noqa: ANN401 - a row of an answer
    return row.level == "instrument" and isinstance(row.instruments_form, str)


def _parts(level: str, code: str, pack: Framework | None) -> list[_Name]:
    """Return the scores that a computed one follows from."""
    if pack is None:
        return []
    if level == "total":
        return [("instrument", tool) for tool in pack.parts]
    if level == "instrument":
        own = [("instrument", each.code) for each in pack.parts.get(code, ()) if each.code != code]
        return [*own, *(("indicator", str(each.no)) for each in pack.indicators_of(code))]
    return [("item", each.code) for each in pack.items_of(int(code))]


def _part(name: _Name, scores: pd.DataFrame, way: str) -> dict[str, str] | None:
    for row in rows_of(_named(scores, *name)):
        return {"code": row.code, "score": f"{row.score:.2f}", "href": heads.cell(way, code_of(*name))}
    return None


def _named(table: pd.DataFrame, level: str, code: str) -> pd.DataFrame:
    return table[(table["level"] == level) & (table["code"] == code)]


def _replaced_of(year: AgencyYear, level: str, code: str) -> pd.DataFrame:
    return _named(ask("scores_replaced", year.agency_code, year.prior_fiscal_year_be), level, code)


def _replaced(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    source = row.file_name if isinstance(row.file_name, str) else say(f"source.score_kind.{row.source}")
    return say("score_origin.replaced", score=f"{row.score:.2f}", source=source, date=long_date(row.replaced_at))


def _pack(fiscal_year_be: int) -> Framework | None:
    try:
        return framework.load(fiscal_year_be)
    except FrameworkError:
        return None
