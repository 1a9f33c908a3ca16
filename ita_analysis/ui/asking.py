"""Asking the database from a page: each answer is kept until the data changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis import paths
from ita_analysis.queries import agencies, criteria, evidence, findings, indicators, measures, rounds
from ita_analysis.store.building import data_version, ready

QUESTIONS: dict[str, Callable[..., pd.DataFrame]] = {
    "agency_years": agencies.agency_years,
    "bands": criteria.bands,
    "evidence": evidence.evidence,
    "findings": findings.findings,
    "indicators": indicators.indicators,
    "items_of_measures": criteria.items_of_measures,
    "links": measures.links,
    "measures": measures.measures,
    "results": rounds.results,
    "rounds": rounds.rounds,
    "steps": measures.steps,
    "total": indicators.total,
}


@dataclass(frozen=True)
class AgencyYear:
    """The agency and fiscal year a page is about, with what its latest report says of itself."""

    agency_code: str
    name: str
    short_name: str
    province: str | None
    is_synthetic: bool
    fiscal_year_be: int
    prior_fiscal_year_be: int
    round_months: int | None
    file_name: str
    written_in: date | None


def ask(question: str, *about: object) -> pd.DataFrame:
    """Return the answer to one of the QUESTIONS; the same data and the same words are asked only once."""
    return _asked(question, about, str(paths.database()), data_version(ready(paths.database())))


def of_year(question: str, year: AgencyYear) -> pd.DataFrame:
    """Return the answer to a question about an agency's fiscal year."""
    return ask(question, year.agency_code, year.fiscal_year_be)


def agency_years() -> list[AgencyYear]:
    """Return every agency and fiscal year there is a report of, the latest year first."""
    return [_agency_year(row) for row in ask("agency_years").to_dict("records")]


@st.cache_data(show_spinner=False, max_entries=1000)
def _asked(question: str, about: tuple[object, ...], file: str, version: int) -> pd.DataFrame:  # noqa: ARG001 - cache key
    return QUESTIONS[question](ready(paths.database()), *about)


def _agency_year(row: dict[str, Any]) -> AgencyYear:
    known = {name: None if pd.isna(value) else value for name, value in row.items()}
    year = int(known["fiscal_year_be"])
    return AgencyYear(
        agency_code=str(known["agency_code"]),
        name=str(known["name_th"]),
        short_name=str(known["short_name_th"]),
        province=known["province_th"],
        is_synthetic=bool(known["is_synthetic"]),
        fiscal_year_be=year,
        prior_fiscal_year_be=int(known["prior_fiscal_year_be"] or year - 1),
        round_months=int(known["round_months"]) if known["round_months"] else None,
        file_name=str(known["file_name"]),
        written_in=known["written_in"].date() if known["written_in"] is not None else None,
    )
