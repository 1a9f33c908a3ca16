"""Storing an own survey: scores and counts in one transaction, the same answers of an agency never twice.

Its tables stand apart from official scores, and nothing of it is ever written among those.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.records import Agency
from ita_analysis.store.agencies import agency_row, code_of
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write, write_all
from ita_analysis.surveys import Survey


@dataclass(frozen=True)
class StoredSurvey:
    """What became of an own survey: its number, the agency's code, and whether it was there before."""

    survey_id: int
    agency_code: str
    is_new: bool
    stored_at: datetime | None = None


def stored_survey(opened: duckdb.DuckDBPyConnection, survey: Survey, agency_code: str) -> StoredSurvey | None:
    """Return the stored survey of the same answers by an agency's respondents, or None."""
    for survey_id, stored_at in find(opened.cursor(), "stored_survey", fingerprint=_fingerprint(survey, agency_code)):
        at = stored_at if isinstance(stored_at, datetime) else None
        return StoredSurvey(int(str(survey_id)), agency_code, is_new=False, stored_at=at)
    return None


def store_survey(
    opened: duckdb.DuckDBPyConnection,
    survey: Survey,
    agency: Agency | str,
    population_count: int | None = None,
    *,
    who: Person,
) -> StoredSurvey:
    """Store an own survey of an agency, given by its code or, where it may be new, as a record.

    One that is stored already is only returned. Raises StoreError where the file holds a grave finding or no score,
    or where the agency has no name or is unknown; nothing is kept then.
    """
    if survey.grave:
        grave = survey.grave[0]
        raise StoreError("survey_has_errors", count=len(survey.grave), first=grave.title, place=grave.place)
    if not survey.scores:
        raise StoreError("survey_no_scores")
    with change(opened, who, "survey_stored") as cursor:
        code = _agency_code(cursor, agency)
        require(who, "bring", code)
        known = stored_survey(cursor, survey, code)
        if known:
            raise Unchanged
        survey_id = write(cursor, "own_survey", _survey_row(survey, code, population_count))
        write_all(cursor, "own_score", _score_rows(survey, survey_id))
    return known or StoredSurvey(survey_id, code, is_new=True)


def _agency_code(cursor: duckdb.DuckDBPyConnection, agency: Agency | str) -> str:
    if isinstance(agency, str):
        if not find(cursor, "agency_of_code", agency_code=agency):
            raise StoreError("survey_agency_unknown")
        return agency
    if not agency.name:
        raise StoreError("survey_agency_missing")
    for code, province in find(cursor, "agencies_named", name_th=agency.name, is_synthetic=False):
        if province == agency.province:
            return str(code)
    code = code_of(agency)
    write(cursor, "agency", agency_row(agency, code))
    return code


def _survey_row(survey: Survey, agency_code: str, population_count: int | None) -> dict[str, object]:
    return {
        "agency_code": agency_code,
        "fiscal_year_be": survey.fiscal_year_be,
        "instrument": survey.instrument,
        "file_name": survey.file_name,
        "fingerprint": _fingerprint(survey, agency_code),
        "respondent_count": survey.respondent_count,
        "population_count": population_count,
    }


def _score_rows(survey: Survey, survey_id: int) -> list[dict[str, object]]:
    return [
        {
            "survey_id": survey_id,
            "level": each.level,
            "code": each.code,
            "score": float(each.score),
            "answer_count": each.answer_count,
        }
        for each in survey.scores
    ]


def _fingerprint(survey: Survey, agency_code: str) -> str:
    return hashlib.sha256(f"{agency_code} {survey.fingerprint}".encode()).hexdigest()
