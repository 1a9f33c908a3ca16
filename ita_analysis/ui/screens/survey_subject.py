"""Whose own survey, of which year and instrument: chosen by the reader, or named by the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ita_analysis import framework
from ita_analysis.framework.questionnaires import INSTRUMENTS
from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Agency
from ita_analysis.texts import say
from ita_analysis.thai.text import flat
from ita_analysis.ui.asking import agency_years, ask
from ita_analysis.ui.choosing import MOST_OFFERED, are_many, choice, chosen_before, offered, year_label

NEW = "new"


@dataclass(frozen=True)
class Subject:
    """An agency by its code (`NEW`: one to be named, with what was typed), a fiscal year, and an instrument."""

    agency_code: str
    agency: Agency
    is_synthetic: bool
    fiscal_year_be: int
    tool: str

    @property
    def is_new(self) -> bool:
        """Return whether the agency is not stored yet."""
        return self.agency_code == NEW


def choose() -> Subject:
    """Return whose survey of which year and instrument the page is about; the address is the truth."""
    with st.container(key="about"):
        code = _agency()
        years = [str(year) for year in reversed(framework.fiscal_years())]
        year = choice(
            "year", say("filter.year"), years, year_label, chosen_before("year", years) or _year_of(code, years)
        )
        tool = choice("tool", say("filter.tool"), INSTRUMENTS, lambda each: say(f"tool.{each}"))
    if code == NEW:
        return Subject(NEW, _typed(), is_synthetic=False, fiscal_year_be=int(year), tool=tool)
    st.session_state["kept_agency"] = code  # the other pages of this visit are about it too
    row = next(rows_of(ask("agency_of_code", code)))
    return Subject(code, Agency(row.name_th), bool(row.is_synthetic), int(year), tool)


def _agency() -> str:
    """Return the agency's code, of those there is something to say about and those that have an own survey."""
    if not are_many() and len(names := _names()) <= MOST_OFFERED:
        words = {**names, NEW: say("survey.new_agency")}
        return choice(
            "agency", say("filter.agency"), list(words), words.__getitem__, chosen_before("agency", list(words))
        )
    said = st.query_params.get("agency") or st.session_state.get("kept_agency")
    code = str(said) if said and len(ask("agency_of_code", str(said))) else next(iter(_names()))
    if st.query_params.get("agency") != code:
        st.query_params["agency"] = code
    return code


def _names() -> dict[str, str]:
    return offered() | dict(ask("agencies_surveyed").itertuples(index=False))


def _typed() -> Agency:
    """Return the agency that the reader names."""
    with st.container(key="new_agency"):
        name = st.text_input(say("survey.agency_name"), key="survey_agency", live="300ms", autocomplete="off")
        province = st.text_input(say("survey.agency_province"), key="survey_province", live="300ms", autocomplete="off")
    return Agency(flat(name or ""), None, flat(province or "") or None)


def _year_of(code: str, years: Sequence[str]) -> str:
    """Return the year to begin with: of those that can be scored the agency's latest, else the latest of all."""
    known = [] if code == NEW else [str(each.fiscal_year_be) for each in agency_years(code)]
    surveyed = [] if code == NEW else [str(year) for year in ask("own_surveys", code)["fiscal_year_be"]]
    scored = [str(year) for year in framework.surveyed_years("IIT") if str(year) in years]
    return next((year for year in (*known, *surveyed) if year in scored), scored[-1])
