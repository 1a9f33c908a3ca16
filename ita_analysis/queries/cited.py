"""The evidence that results cite, with attached files and the last look at each address."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

CITED_COLUMNS = (
    "measure_id",
    "measure_no",
    "title",
    "round_months",
    "is_from_report",
    "evidence_no",
    "words",
    "url",
    "stated_on",
    "other_host_reason",
    "sha256",
    "file_name",
    "media_type",
    "size",
    "checked_at",
    "state",
    "status",
    "redirects",
    "reason",
)
SITES_COLUMNS = ("host",)


def cited(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return each piece of evidence of a year's results shown; `redirects` of the last look is JSON."""
    return ask(opened, "cited_of_year", CITED_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def sites(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the hosts of an agency's own website."""
    return ask(opened, "sites_of_agency", SITES_COLUMNS, agency_code=agency_code)
