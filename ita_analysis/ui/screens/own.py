"""An own survey beside the last official result: two marks, two columns, and never one number of both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import ItaError
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import Reached
from ita_analysis.sentences.survey import OwnResult, difference, sample_line
from ita_analysis.surveys import Survey
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui.asking import ask
from ita_analysis.ui.heads import number_of
from ita_analysis.ui.rendering import href, show_kept

Given = Mapping[tuple[str, str], tuple[float, int]]  # score and number of answers, by level and code


def show_own(agency_code: str, fiscal_year_be: int, tool: str) -> None:
    """Show an agency's latest own survey of a year and instrument beside the last official result; nothing without."""
    show_kept("own", stored, agency_code, fiscal_year_be, tool)


def show_others(agency_code: str) -> None:
    """Show links to all own surveys of an agency, those that a later one took the place of too."""
    show_kept("own_others", _others, agency_code)


def latest(agency_code: str, fiscal_year_be: int, tool: str) -> Any | None:  # noqa: ANN401 - a row of an answer
    """Return the latest own survey of a year and instrument, or None."""
    found = ask("own_surveys", agency_code)
    wanted = (found["fiscal_year_be"] == fiscal_year_be) & (found["instrument"] == tool) & found["is_latest"]
    return next(rows_of(found[wanted]), None)


def result(agency_code: str, fiscal_year_be: int, tool: str) -> OwnResult | None:
    """Return the latest own survey of a year and instrument in short, or None."""
    survey = latest(agency_code, fiscal_year_be, tool)
    if survey is None:
        return None
    given = _given(ask("own_scores", int(survey.survey_id)))
    whole = given.get(("instrument", tool))
    population = None if pd.isna(survey.population_count) else int(survey.population_count)
    return OwnResult(
        respondent_count=int(survey.respondent_count),
        score=whole[0] if whole else None,
        known_count=sum(level == "indicator" for level, _ in given),
        indicator_count=len(framework.load(fiscal_year_be).indicators_of(tool)),
        sample=sample_line(sample(int(survey.respondent_count), population, fiscal_year_be, tool)),
    )


def sample(respondents: int, population: int | None, fiscal_year_be: int, tool: str) -> Reached | None:
    """Return whether enough have answered; None where the year has no rule. Raises ItaError: more than all."""
    rule = framework.load(fiscal_year_be).sample(tool)
    return scoring.reached(respondents, population, rule) if rule else None


def preview(read: Survey) -> dict[str, Any]:
    """Return the scores of a survey that is not stored, without official ones beside them."""
    given: Given = {(each.level, each.code): (float(each.score), each.answer_count) for each in read.scores}
    nothing = pd.DataFrame(columns=["fiscal_year_be", "level", "code", "score"])
    made = table(given, nothing, read.fiscal_year_be, read.instrument)
    return {**made, "place": "preview", "title": say("survey.preview_title"), "difference": ""}


def table(given: Given, official: pd.DataFrame, fiscal_year_be: int, tool: str) -> dict[str, Any]:
    """Return the rows of the table of an own survey: the instrument, its indicators, its items.

    `official`: fiscal_year_be, level, code, score of the last official result; empty where there is none to show.
    """
    pack = framework.load(fiscal_year_be)
    stated = {(row.level, row.code): number_of(row.score) for row in rows_of(official)}

    def row(level: str, code: str, name: str) -> dict[str, Any]:
        score, answers = given.get((level, code), (None, 0))
        beside = stated.get((level, code))
        label = say("survey.strip", no=code, own=_printed(score), official=_printed(beside))
        about = {"code": code, "name": name, "is_whole": level == "instrument", "label": label}
        return {**about, "own": score, "answers": answers, "official": beside}

    indicators = [
        row("indicator", str(each.no), f"{each.no} {pack.name(each.no)}") for each in pack.indicators_of(tool)
    ]
    # Items are other ones in another framework: only the same code with the same topic stands beside.
    items = [row("item", item.code, item.topic_th) for item in pack.items_of_instrument(tool)]
    year = int(official["fiscal_year_be"].iloc[0]) if len(official) else None
    for each in items if year and not _same_items(fiscal_year_be, year, tool) else ():
        each["official"] = None
    return {
        "rows": [row("instrument", tool, say("survey.whole", tool=tool)), *indicators],
        "items": items,
        "official_year": year,
    }


def stored(agency_code: str, fiscal_year_be: int, tool: str) -> Mapping[str, Any] | None:
    """Return the latest own survey beside the last official result, as its template prints it; None without."""
    survey = latest(agency_code, fiscal_year_be, tool)
    if survey is None:
        return None
    given = _given(ask("own_scores", int(survey.survey_id)))
    official = ask("last_official_scores", agency_code, tool)
    made = table(given, official, fiscal_year_be, tool)
    year = made["official_year"]
    marks = (
        say("survey.marks_both", year=fiscal_year_be, official=year)
        if year
        else " · ".join([say("survey.marks"), say("survey.no_official", tool=tool)])
    )
    return {
        **made,
        "place": "own",
        "title": say("survey.stored_title", tool=tool, year=fiscal_year_be),
        "marks": marks,
        "difference": difference(_indicators(given), _official_indicators(official), year),
    }


def _others(agency_code: str) -> Mapping[str, object] | None:
    rows = [_other(agency_code, row) for row in rows_of(ask("own_surveys", agency_code))]
    return {"rows": rows} if rows else None


def _other(agency_code: str, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    about = {"tool": row.instrument, "year": row.fiscal_year_be, "count": row.respondent_count}
    words = say("survey.other", date=long_date(row.stored_at.date()), **about)
    address = href("survey", agency=agency_code, year=row.fiscal_year_be, tool=row.instrument)
    return {"words": words, "href": address, "is_replaced": not row.is_latest}


def _given(scores: pd.DataFrame) -> Given:
    return {(row.level, row.code): (float(row.score), int(row.answer_count)) for row in rows_of(scores)}


def _indicators(given: Given) -> dict[int, float]:
    return {int(code): score for (level, code), (score, _) in given.items() if level == "indicator"}


def _official_indicators(official: pd.DataFrame) -> dict[int, float]:
    return {int(row.code): float(row.score) for row in rows_of(official[official["level"] == "indicator"])}


def _same_items(one: int, other: int, tool: str) -> bool:
    return _topics(one, tool) == _topics(other, tool)


def _topics(year: int, tool: str) -> list[tuple[str, str]]:
    try:
        return [(item.code, item.topic_th) for item in framework.load(year).items_of_instrument(tool)]
    except ItaError:  # a result of a year without a framework: its items are not ours to name
        return []


def _printed(score: float | None) -> str:
    return say("missing") if score is None else f"{score:.2f}"
