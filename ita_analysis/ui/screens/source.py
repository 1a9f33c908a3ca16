"""The screen behind each number: the row of the report it was read from, its cell marked, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import origin_of, place_of
from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.checked import COLUMNS
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.rendering import HOME, show_kept
from ita_analysis.ui.screens import score_origin

_PAGE = "source"
_CELL = re.compile(
    r"(?P<kind>weakness|measure|result)-(?P<no>\d{1,4})(?:-(?P<months>\d{1,2}))?(?:-(?P<column>[a-z_]+))?"
)


def show(year: AgencyYear, cell: str | None, back: str | None, passed: tuple[tuple[str, str], ...]) -> None:
    """Show the row that holds a cell; a cell that is not stored any more is said to be unknown.

    `back` and `passed` say where the reader came from: a page with its filters.
    """
    page = back if back in PAGES else HOME
    if cell and score_origin.CELL.fullmatch(cell):
        show_kept("score_origin", _score, year, cell, page, passed)
    show_kept("origin", _origin, year, cell or "", page, passed)


def _score(year: AgencyYear, cell: str, back: str, passed: tuple[tuple[str, str], ...]) -> Mapping[str, object] | None:
    found = score_origin.told(year, cell, heads.way_to_source(year, back, **dict(passed)))
    if found is None:
        return None
    headline, values = found
    return {"head": heads.head(_PAGE, year, headline), **values, **_way_back(year, back, passed)}


def _way_back(year: AgencyYear, back: str, passed: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {"back": heads.link(back, year, **dict(passed)), "back_words": say("origin.back", page=say(f"page.{back}"))}


def _origin(year: AgencyYear, cell: str, back: str, passed: tuple[tuple[str, str], ...]) -> Mapping[str, object] | None:
    if score_origin.CELL.fullmatch(cell) and score_origin.told(year, cell, ""):
        return None
    found = _CELL.fullmatch(cell)
    told = _KINDS[found["kind"]](year, found) if found else None
    way = _way_back(year, back, passed)
    if told is None:
        unknown = Headline(say("origin.unknown"), "", say("origin.unknown_why"))
        return {"head": heads.head(_PAGE, year, unknown), "title": "", "cells": [], "used": [], **way}
    if pd.isna(told["report_id"]):  # a person entered it: there is no document
        standfirst = say("origin.entered_why", year=year.fiscal_year_be)
    else:
        standfirst = say("origin.standfirst", file=_file(year, told["report_id"]), year=year.fiscal_year_be)
    headline = Headline(say("origin.headline", place=told["place"]), "", standfirst)
    return {"head": heads.head(_PAGE, year, headline), **told, **way}


def _weakness(year: AgencyYear, found: re.Match[str]) -> dict[str, Any] | None:
    indicators = judging.indicators(year)
    for row in rows_of(indicators[indicators["indicator_no"] == int(found["no"])]):
        if isinstance(row.weakness_words, str):
            used = say("origin.used_weak", no=row.indicator_no, name=row.short_name_th)
            cells = [
                _cell(say("origin.words"), row.weakness_words, is_marked=True),
                _cell(say("origin.kind"), say(f"weakness.{row.weakness_kind}")),
            ]
            return _told(say("origin.weakness"), place_of(row.weakness_place), row.report_id, cells, [used])
    return None


def _measure(year: AgencyYear, found: re.Match[str]) -> dict[str, Any] | None:
    for row in rows_of(_own("measures", year, int(found["no"]))):
        texts = {
            "title": row.title,
            "guidelines": _numbered(_own("guidelines", year, row.measure_no)["words"]),
            "steps": _numbered(_own("steps", year, row.measure_no).drop_duplicates("step_no")["words"]),
            "responsible": heads.text_of(row.responsible),
            "follow_up": heads.text_of(row.follow_up),
        }
        cells = [
            _cell(say(f"origin.column.{name}"), texts[name], is_marked=name == found["column"])
            for name in COLUMNS["measure"]
        ]
        return _told(say("origin.plan"), origin_of(row), row.report_id, cells, list(_links(year, row.measure_no)))
    return None


def _result(year: AgencyYear, found: re.Match[str]) -> dict[str, Any] | None:
    results, months = _own("results", year, int(found["no"])), int(found["months"] or 0)
    for row in rows_of(results[results["round_months"] == months]):
        texts = {name: heads.text_of(getattr(row, name)) for name in COLUMNS["result"] if name != "period"}
        if not pd.isna(row.period_start) and not pd.isna(row.period_end):
            texts["period"] = say("bring_in.period", start=long_date(row.period_start), end=long_date(row.period_end))
        cells = [
            _cell(say(f"origin.column.{name}"), texts.get(name), is_marked=name == found["column"])
            for name in COLUMNS["result"]
        ]
        used = [*_steps(year, row.measure_no, months), *_dates(year, row.measure_no, months)]
        title = f"{say('origin.result', months=months)}: {row.title}"
        return _told(title, origin_of(row), row.report_id, cells, used)
    return None


_KINDS = {"weakness": _weakness, "measure": _measure, "result": _result}


def _told(title: str, place: str, report_id: object, cells: list[dict[str, Any]], used: list[str]) -> dict[str, Any]:
    return {"title": title, "place": place, "report_id": report_id, "cells": cells, "used": used}


def _cell(label: str, words: str | list[str] | None, *, is_marked: bool = False) -> dict[str, Any]:
    lines = words if isinstance(words, list) else [words] if words else []
    return {"label": label, "lines": lines, "is_marked": is_marked}


def _own(question: str, year: AgencyYear, measure_no: int) -> pd.DataFrame:
    found = of_year(question, year)
    return found[found["measure_no"] == measure_no]


def _numbered(words: pd.Series[str]) -> list[str]:
    return [f"{number}. {each}" for number, each in enumerate(words, 1)]


def _file(year: AgencyYear, report_id: Any) -> str:  # noqa: ANN401 - a number of an answer
    reports = of_year("reports", year)
    own = reports[reports["report_id"] == report_id]["file_name"]
    return year.file_name if own.empty else str(own.iloc[0])


def _links(year: AgencyYear, measure_no: int) -> Iterator[str]:
    links = judging.links(year)
    for row in rows_of(links[links["measure_no"] == measure_no]):
        about = {"no": row.indicator_no, "name": heads.text_of(row.short_name_th) or "", "reason": row.reason}
        yield say("origin.used_link", basis=say(f"basis.{row.basis}"), **about)


def _steps(year: AgencyYear, measure_no: int, months: int) -> Iterator[str]:
    steps = _own("steps", year, measure_no)
    for row in rows_of(steps[steps["round_months"] == months]):
        yield say("origin.used_step", number=row.step_no, state=say(f"step.{row.state}"), reason=heads.reason_of(row))


def _dates(year: AgencyYear, measure_no: int, months: int) -> Iterator[str]:
    evidence = _own("evidence", year, measure_no)
    for row in rows_of(evidence[evidence["round_months"] == months]):
        if pd.isna(row.stated_on):
            yield say("origin.used_evidence", title=row.words)
        else:
            yield say("origin.used_date", date=long_date(row.stated_on), state=heads.span_state(row))
