"""The tables of the screen of own surveys: own scores beside the official ones, and marked as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ita_analysis.documents.tables import About, Part, Sheet, sheet
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.store.agencies import short_name
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui.asking import today
from ita_analysis.ui.screens import own
from ita_analysis.ui.screens.survey_subject import Subject


def about(subject: Subject) -> About:
    """Return whose own survey it is, of which year and instrument, and the file it was read from."""
    survey = _latest(subject)
    name = subject.agency.name
    return About(
        page=say("page.survey"),
        agency=name,
        agency_short=short_name(name),
        fiscal_year_be=subject.fiscal_year_be,
        filters=(),
        data_of="",
        exported_on=today(),
        is_synthetic=subject.is_synthetic,
        sources=(_source(survey),) if survey is not None else (),
        part=say("export.survey.part", tool=subject.tool),
    )


def indicators(subject: Subject) -> Sheet:
    """Return a row for the whole instrument and per indicator of it: the own score, the official one, the answers."""
    name: Part = (say("filter.indicator"), "text", lambda row: row["name"])
    return _beside(subject, say("export.survey.indicators"), "rows", [name])


def items(subject: Subject) -> Sheet:
    """Return a row per item: the own score, the official one of the same item, and the answers."""
    code: Part = (say("column.item"), "text", lambda row: row["code"])
    topic: Part = (say("column.topic"), "text", lambda row: row["name"])
    return _beside(subject, say("export.survey.items"), "items", [code, topic])


def _beside(subject: Subject, name: str, rows: str, named: Sequence[Part]) -> Sheet:
    made = None if subject.is_new else own.stored(subject.agency_code, subject.fiscal_year_be, subject.tool)
    made_rows: Any = made[rows] if made else ()
    year = made["official_year"] if made else None
    official: Part = (say("survey.column_official", year=year), "score", lambda row: row["official"])
    return sheet(
        name,
        SEPARATOR.join([str(made["title"]), say("survey.not_official")]) if made else name,
        made_rows,
        *named,
        (say("survey.column_self"), "score", lambda row: row["own"]),
        *([official] if year else []),
        (say("survey.column_answers"), "count", lambda row: row["answers"]),
    )


def _latest(subject: Subject) -> Any:  # noqa: ANN401 - a row of an answer, or None
    return None if subject.is_new else own.latest(subject.agency_code, subject.fiscal_year_be, subject.tool)


def _source(survey: Any) -> str:  # noqa: ANN401 - a row of an answer
    day = long_date(survey.stored_at.date())
    return say("survey.source.file", file=survey.file_name, count=survey.respondent_count, date=day)


TABLES = (indicators, items)
