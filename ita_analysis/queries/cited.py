"""The evidence that results cite, with attached files and the last look at each address."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, cast

import duckdb
import pandas as pd

from ita_analysis.evidence import Looked
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
    "is_named_by_file",
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


def looked(row: Any) -> Looked | None:  # noqa: ANN401 - a row of an answer
    """Return what the last look at the address of a piece of evidence found, None where nobody looked."""
    if pd.isna(row.checked_at):
        return None
    redirects = tuple(json.loads(row.redirects))
    status = None if pd.isna(row.status) else int(row.status)
    at = cast("datetime", row.checked_at.to_pydatetime())
    return Looked(row.url, at, row.state, status, redirects, redirects[-1] if redirects else row.url, row.reason)
