"""A stored year as it was checked, for the screens: what passes the filters, and the field that each thing leads to."""

from __future__ import annotations

from collections.abc import Mapping

from ita_analysis.completeness import Document, Part
from ita_analysis.records import Place
from ita_analysis.store.checking import Checked, Found, checked
from ita_analysis.store.written import Where
from ita_analysis.ui import heads
from ita_analysis.ui.asking import AgencyYear, kept, to_read
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.frame import is_open

PAGE = "completeness"
# The columns of the plan and of the results, as `/source` names them.
COLUMNS = {
    "measure": ("title", "guidelines", "steps", "responsible", "follow_up"),
    "result": ("detail", "period", "output", "outcome", "note"),
}
DECISIONS = ("open", "accepted", "dismissed")
_COLUMN = {"measure": "title", "guideline": "guidelines", "step": "steps", "timeframe": "title"}


def of_year(year: AgencyYear) -> Checked:
    """Return an agency's year as it is checked now."""
    return kept(_checked, year.agency_code, year.fiscal_year_be)


def documents(year: AgencyYear, wanted: Filters) -> tuple[Document, ...]:
    """Return the documents that pass the filter."""
    found = of_year(year).completeness.documents
    return tuple(each for each in found if wanted.document in {None, each.kind})


def findings(year: AgencyYear, wanted: Filters) -> tuple[Found, ...]:
    """Return the findings that pass the filters, the gravest first, those that are decided last."""
    return tuple(
        each
        for each in of_year(year).findings
        if wanted.document in {None, each.document}
        and wanted.severity in {None, each.finding.severity}
        and wanted.decision in {None, each.choice}
    )


def finding(year: AgencyYear, key: str | None) -> Found | None:
    """Return the finding that is known by a key."""
    return next((each for each in of_year(year).findings if each.key == key), None)


def standing(year: AgencyYear) -> tuple[Found, ...]:
    """Return the findings that nobody has dismissed, the gravest first."""
    return of_year(year).standing


def way_of(year: AgencyYear, page: str, filters: Mapping[str, object], found: Found) -> str:
    """Return the address of what a finding is about: the cell it was read from, the form, the indicator; else nothing.

    From the cell, `page` with its filters is the way back.
    """
    number = found.finding.values.get("no", "")
    if found.where is None and number:
        return heads.link("weaknesses", year, indicator=number)
    return _way(year, page, filters, found.where, int(number) if number.isdecimal() else None)


def way_of_part(year: AgencyYear, wanted: Filters, part: Part) -> str:
    """Return the address of the words that show a part; nothing where none do."""
    where = of_year(year).written.where.get(part.answer.place) if part.answer.quote else None
    return _way(year, PAGE, vars(wanted), where, None)


def is_said(place: Place) -> bool:
    """Return whether a place says more than that it is the whole document."""
    return place != Place()


def _checked(agency_code: str, fiscal_year_be: int) -> Checked:
    with to_read() as cursor:
        found = checked(cursor, agency_code, fiscal_year_be)
    if found is None:
        raise LookupError(f"nothing is known of {agency_code} in {fiscal_year_be}")
    return found


def _way(
    year: AgencyYear, page: str, filters: Mapping[str, object], where: Where | None, indicator_no: int | None
) -> str:
    if where is None:
        return ""
    if where.is_entered:
        if where.kind == "result":
            return _form(year, "entry", round=where.months, measure=where.number)
        return _form(year, "plan", measure=where.number)
    way = heads.way_to_source(year, page, **filters)
    if where.kind == "weakness":
        return heads.cell(way, f"weakness-{indicator_no or where.number}")
    column = _column(where)
    months = f"-{where.months}" if where.kind == "result" else ""
    return heads.cell(way, f"{where.kind}-{where.number}{months}-{column}")


def _column(where: Where) -> str:
    named = _COLUMN.get(where.role, where.role)
    return named if named in COLUMNS[where.kind] else COLUMNS[where.kind][0]


def _form(year: AgencyYear, page: str, **about: object) -> str:
    return heads.link(page, year, "", **about) if is_open(page) else ""
