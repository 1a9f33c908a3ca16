"""Asking the database from a page: each answer, and what a page makes of it, is kept until the data changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from ita_analysis import paths
from ita_analysis.queries import (
    agencies,
    amounts,
    audit,
    cited,
    context,
    criteria,
    entries,
    evidence,
    history,
    indicators,
    measures,
    origins,
    peers,
    people,
    rounds,
    rules,
    stated,
    surveys,
)
from ita_analysis.queries.asking import rows_of
from ita_analysis.store.building import data_version, ready
from ita_analysis.store.database import explaining
from ita_analysis.store.restoring import storing
from ita_analysis.store.sharing import using
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.ui import visiting

QUESTIONS: dict[str, Callable[..., pd.DataFrame]] = {
    "agencies_at_least": agencies.agencies_at_least,
    "agencies_found": agencies.agencies_found,
    "agencies_offered": agencies.agencies_offered,
    "agencies_surveyed": surveys.agencies_surveyed,
    "agency_of_code": agencies.agency_of_code,
    "agency_years": agencies.agency_years,
    "amounts": amounts.amounts,
    "authors_of_changes": audit.authors_of_changes,
    "bands": criteria.bands,
    "changes_found": audit.changes_found,
    "cited": cited.cited,
    "entries": entries.entries,
    "evidence": evidence.evidence,
    "guidelines": measures.guidelines,
    "history_until": audit.history_until,
    "indicator_scores": indicators.indicator_scores,
    "indicators": indicators.indicators,
    "items": indicators.items,
    "items_of_measures": criteria.items_of_measures,
    "kind_of_agency": agencies.kind_of_agency,
    "link_changes": measures.link_changes,
    "last_official_scores": surveys.last_official_scores,
    "links": measures.links,
    "means": context.means,
    "means_by_year": history.means_by_year,
    "measures": measures.measures,
    "own_scores": surveys.own_scores,
    "own_surveys": surveys.own_surveys,
    "real_agencies": stated.real_agencies,
    "people": people.people,
    "peer_medians": peers.peer_medians,
    "peers_by_year": peers.peers_by_year,
    "peers_of_year": peers.peers_of_year,
    "provinces": agencies.provinces,
    "reports": agencies.reports,
    "results": rounds.results,
    "rounds": rounds.rounds,
    "rounds_set": entries.rounds_set,
    "stated_scores": stated.stated_scores,
    "results_since": audit.results_since,
    "rows_as_of": audit.rows_as_of,
    "rows_of_changes": audit.rows_of_changes,
    "rule_changes": rules.rule_changes,
    "score_origins": origins.score_origins,
    "scores_replaced": origins.scores_replaced,
    "sites": cited.sites,
    "scores_by_year": history.scores_by_year,
    "steps": measures.steps,
    "synthetic_stored": agencies.synthetic_stored,
    "tasks": entries.tasks,
    "total": indicators.total,
    "types": agencies.types,
    "units": people.units,
}

_VERSION = "data_version"
Made = TypeVar("Made")


@dataclass(frozen=True)
class AgencyYear:
    """The agency and fiscal year a page is about, with what its latest report, if there is one, says of itself."""

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


def ask(question: str, *about: Hashable) -> pd.DataFrame:
    """Return the answer to one of the QUESTIONS; all readers share one table: it is never to be changed in place."""
    return kept(_answer, question, *about)


def kept(make: Callable[..., Made], *about: Hashable) -> Made:
    """Return what a function of the data says; it is asked once per state of the data and day.

    `make` is a function of a module, known by its name; what it returns is shared and never to be changed in place.
    """
    return _once(make, about, ())


def kept_in_view(make: Callable[..., Made], *about: Hashable) -> Made:
    """Return what `kept` does, one per sight of the visitor: for what differs by names or rights.

    It may differ by rights over anything at all or over all agencies, never by those over one agency or unit.
    """
    return _once(make, about, visiting.seen().sight)


def look_again() -> None:
    """Note the data's version for this run of a page; every answer of the run is of this version."""
    with explaining(paths.database()), using():
        st.session_state[_VERSION] = data_version(ready(paths.database()))


@contextmanager
def to_read() -> Iterator[Any]:
    """Yield a cursor to ask the store by, of one state of the data; no other database takes its place meanwhile."""
    with using(), snapshot_of(ready(paths.database())) as cursor:
        yield cursor


def to_store() -> AbstractContextManager[Any]:
    """Return the connection to store by what a click asks for, to be used with `with`.

    Raises StoreError where a backup was put in the place of the data since this visit looked at them.
    """
    return storing(paths.database(), _version())


def look_later() -> None:
    """Let the next question note the data's version anew; for a click, in which nothing may go wrong any more."""
    st.session_state.pop(_VERSION, None)


def of_year(question: str, year: AgencyYear) -> pd.DataFrame:
    """Return the answer to a question about an agency's fiscal year."""
    return ask(question, year.agency_code, year.fiscal_year_be)


def agency_years(agency_code: str) -> list[AgencyYear]:
    """Return the fiscal years of an agency there is something to say about, the latest first."""
    return kept(_agency_years, agency_code)


def today() -> date:
    """Return the day on this desk."""
    return date.today()  # noqa: DTZ011 - rounds end with the local day


def _agency_years(agency_code: str) -> list[AgencyYear]:
    return [*map(_agency_year, rows_of(ask("agency_years", agency_code)))]


def _once(make: Callable[..., Made], about: tuple[Hashable, ...], sight: tuple[str, ...]) -> Made:
    name = f"{make.__module__}.{make.__qualname__}{about!r}"
    made: Made = _kept(f"{name} {paths.database()} {_version()} {today()} {sight}", make, about)
    return made


def _answer(question: str, *about: Hashable) -> pd.DataFrame:
    with explaining(paths.database()), using():
        return QUESTIONS[question](ready(paths.database()), *about)


def _version() -> int:
    if _VERSION not in st.session_state:
        look_again()
    return int(st.session_state[_VERSION])


@st.cache_resource(show_spinner=False, max_entries=1000)
def _kept(key: str, _make: Callable[..., Any], _about: tuple[Hashable, ...]) -> Any:  # noqa: ANN401, ARG001
    return _make(*_about)


def _agency_year(row: Any) -> AgencyYear:  # noqa: ANN401 - a row of an answer
    prior = row.prior_fiscal_year_be
    return AgencyYear(
        agency_code=row.agency_code,
        name=row.name_th,
        short_name=row.short_name_th,
        province=row.province_th if isinstance(row.province_th, str) else None,
        is_synthetic=bool(row.is_synthetic),
        fiscal_year_be=int(row.fiscal_year_be),
        prior_fiscal_year_be=int(row.fiscal_year_be - 1 if pd.isna(prior) else prior),
        round_months=None if pd.isna(row.round_months) else int(row.round_months),
        file_name=row.file_name if isinstance(row.file_name, str) else "",
        written_in=None if pd.isna(row.written_in) else row.written_in.date(),
    )
