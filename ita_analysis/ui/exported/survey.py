"""The tables of the screen of own surveys: own scores beside the official ones, and marked as what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ita_analysis.documents.tables import About, Part, Sheet, sheet
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.store.agencies import short_name
from ita_analysis.surveys import Survey
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui.asking import today
from ita_analysis.ui.exported import unstored
from ita_analysis.ui.screens import own
from ita_analysis.ui.screens.survey_subject import Subject


def about(subject: Subject, read: Survey | None = None) -> About:
    """Return whose own survey it is, of which year and instrument, and the files: the stored one, the one just read."""
    survey = _latest(subject)
    name = subject.agency.name
    sources = [_source(survey)] if survey is not None else []
    return About(
        page=say("page.survey"),
        agency=name,
        agency_short=short_name(name),
        fiscal_year_be=subject.fiscal_year_be,
        filters=(),
        data_of="",
        exported_on=today(),
        is_synthetic=subject.is_synthetic,
        sources=(*sources, *([unstored.named(read.file_name)] if read else [])),
        part=say("export.survey.part", tool=subject.tool),
    )


def tables(subject: Subject, read: Survey | None = None) -> list[Sheet]:
    """Return the scores of the stored survey, those of a file that was read and is not stored, and its findings."""
    made = None if subject.is_new else own.stored(subject.agency_code, subject.fiscal_year_be, subject.tool)
    found = _scores(made, str) if made else []
    if read:
        found += _scores(own.preview(read), unstored.named)
        found.append(unstored.findings(read.findings, say("export.survey.findings")))
    return found


def _scores(made: Mapping[str, Any], named: Callable[[str], str]) -> list[Sheet]:
    """Return a row for the whole instrument and per indicator of it, and a row per item: own, official, answers."""
    name: Part = (say("filter.indicator"), "text", lambda row: row["name"])
    code: Part = (say("column.item"), "text", lambda row: row["code"])
    topic: Part = (say("column.topic"), "text", lambda row: row["name"])
    return [
        _beside(made, named(say("export.survey.indicators")), "rows", [name]),
        _beside(made, named(say("export.survey.items")), "items", [code, topic]),
    ]


def _beside(made: Mapping[str, Any], name: str, rows: str, about_row: Sequence[Part]) -> Sheet:
    year = made["official_year"]
    official: Part = (say("survey.column_official", year=year), "score", lambda row: row["official"])
    return sheet(
        name,
        SEPARATOR.join([str(made["title"]), say("survey.not_official")]),
        made[rows],
        *about_row,
        (say("survey.column_self"), "score", lambda row: row["own"]),
        *([official] if year else []),
        (say("survey.column_answers"), "count", lambda row: row["answers"]),
    )


def _latest(subject: Subject) -> Any:  # noqa: ANN401 - a row of an answer, or None
    return None if subject.is_new else own.latest(subject.agency_code, subject.fiscal_year_be, subject.tool)


def _source(survey: Any) -> str:  # noqa: ANN401 - a row of an answer
    day = long_date(survey.stored_at.date())
    return say("survey.source.file", file=survey.file_name, count=survey.respondent_count, date=day)
