"""Storing what a person typed into the form of scores: only upon the stored scores that the person saw."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.intake.form import FormScores, Name, as_sheet
from ita_analysis.people import Person
from ita_analysis.records import Agency
from ita_analysis.results import Level
from ita_analysis.store.results import StoredSheet, store_sheet
from ita_analysis.store.statements import find


def store_form(
    opened: duckdb.DuckDBPyConnection, agency: Agency, form: FormScores, agency_code: str | None, *, who: Person
) -> StoredSheet:
    """Store what a form changes of the result of an agency, by its code, or of a new agency (None), in one transaction.

    Raises StoreError where a field holds no score, where nothing is changed, where the stored scores are not those the
    form was opened upon (`form.kept`), or where an agency that is called new is stored already; nothing is kept then.
    """
    if form.faults:
        raise StoreError("form_faults", count=len(form.faults))
    if not form.changed:
        raise StoreError("form_unchanged")

    def is_as_seen(cursor: duckdb.DuckDBPyConnection) -> None:
        if agency_code is None:
            _refuse_known(cursor, agency)
        elif stated_now(cursor, agency_code, form.framework.fiscal_year_be) != dict(form.kept):
            raise StoreError("form_changed_meanwhile", name=agency.name)

    return store_sheet(opened, as_sheet(agency, form), "hand", only_if=is_as_seen, who=who)


def stated_now(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> dict[Name, Decimal]:
    """Return the scores that sources state of an agency's assessed year, 0-100 by level and code."""
    found = find(cursor, "stated_scores", agency_code=agency_code, fiscal_year_be=fiscal_year_be)
    return {(cast("Level", level), str(code)): Decimal(str(score)) for level, code, score, *_ in found}


def _refuse_known(cursor: duckdb.DuckDBPyConnection, agency: Agency) -> None:
    provinces = [province for _, province in find(cursor, "agencies_named", name_th=agency.name, is_synthetic=False)]
    if provinces and (agency.province is None or agency.province in provinces):
        raise StoreError("form_agency_known", name=agency.name)
