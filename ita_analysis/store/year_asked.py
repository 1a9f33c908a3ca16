"""Which agency and year a command is about, where not all of it was said."""

from __future__ import annotations

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store.statements import find
from ita_analysis.store.written import written


def asked_year(
    cursor: duckdb.DuckDBPyConnection, agency_code: str | None, fiscal_year_be: int | None
) -> tuple[str, int]:
    """Return the agency, the only one where none is named, and its year: the latest with something to read, unnamed.

    Where no year has anything to read it is the latest. Raises StoreError where several agencies are stored and none is
    named, or none is stored, or it has no such year.
    """
    codes = [str(code) for code, _ in find(cursor, "agencies_offered", most=2)]
    if agency_code is None and len(codes) > 1:
        raise StoreError("asked_agency", option="--agency", mark="agency=")
    if not (agency_code or codes):
        raise StoreError("asked_nothing")
    code = agency_code or codes[0]
    years = [int(str(row[6])) for row in find(cursor, "agency_years", agency_code=code)]
    wanted = [year for year in years if fiscal_year_be in {None, year}]
    if not wanted:
        raise StoreError("asked_nothing")
    return code, next((year for year in wanted if _is_readable(cursor, code, year)), wanted[0])


def _is_readable(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> bool:
    found = written(cursor, agency_code, fiscal_year_be)
    return found is not None and not found.is_empty
