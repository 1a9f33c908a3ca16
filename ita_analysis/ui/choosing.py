"""Filters: what the reader chose stands in the address, so that a link shows the same and a reload changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from ita_analysis.texts import say
from ita_analysis.ui.asking import AgencyYear, agency_years

ALL = "all"


def agency_year() -> AgencyYear | None:
    """Return the agency and fiscal year of the page, chosen in the address or by the reader; None without any data."""
    years = agency_years()
    if not years:
        return None
    codes = list(dict.fromkeys(year.agency_code for year in years))
    names = {year.agency_code: year.name for year in years}
    code = _choice("agency", say("filter.agency"), codes, names.__getitem__, is_kept=True)
    own = [year for year in years if year.agency_code == code]
    labels = [str(year.fiscal_year_be) for year in own]
    chosen = _choice("year", say("filter.year"), labels, _year_label, is_kept=True)
    return next(year for year in own if str(year.fiscal_year_be) == chosen)


def one_of(name: str, options: Sequence[str], label: Callable[[str], str], every: str = "filter.all") -> str | None:
    """Return the option chosen for a filter, or None for all of them.

    `name` is the filter's word in the address, `every` the key of the words that stand for no choice.
    """

    def words(code: str) -> str:
        return say(every) if code == ALL else label(code)

    chosen = _choice(name, say(f"filter.{name}"), [ALL, *options], words)
    return None if chosen == ALL else chosen


def _choice(
    name: str, label: str, options: Sequence[str], words: Callable[[str], str], *, is_kept: bool = False
) -> str:
    """Return a choice; the address is the truth, then (if `is_kept`) what this visitor chose on another page."""
    stated = st.query_params.get(name) or (st.session_state.get(f"kept_{name}") if is_kept else None)
    current = str(stated) if stated in options else options[0]
    if is_kept:
        st.session_state[f"kept_{name}"] = current
        if len(options) > 1 and st.query_params.get(name) != current:
            st.query_params[name] = current
    if len(options) > 1:
        st.session_state[f"choose_{name}"] = current
        st.selectbox(
            label, options, format_func=words, key=f"choose_{name}", on_change=_to_address, args=(name, options[0])
        )
    return current


def _to_address(name: str, default: str) -> None:
    chosen = st.session_state[f"choose_{name}"]
    st.session_state[f"kept_{name}"] = chosen
    if chosen == default and name not in {"agency", "year"}:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen


def _year_label(code: str) -> str:
    return say("filter.year_label", year=code)
