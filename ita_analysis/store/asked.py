"""Which agency and years a command is about, where not all of it was said."""

from __future__ import annotations

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store.statements import find


def asked_years(
    cursor: duckdb.DuckDBPyConnection, agency_code: str | None, fiscal_year_be: int | None
) -> tuple[str, list[int]]:
    """Return the agency, the only one where none is named, and its years, the latest first, where none is named.

    Raises StoreError where several agencies are stored and none is named, or none is stored, or it has no year.
    """
    codes = [str(code) for code, _ in find(cursor, "agencies_offered", most=2)]
    if agency_code is None and len(codes) > 1:
        raise StoreError("asked_agency", option="--agency", mark="agency=")
    if not (agency_code or codes):
        raise StoreError("asked_nothing")
    code = agency_code or codes[0]
    years = [int(str(row[6])) for row in find(cursor, "agency_years", agency_code=code)]
    if fiscal_year_be:
        years = [year for year in years if year == fiscal_year_be]
    if not years:
        raise StoreError("asked_nothing")
    return code, years
