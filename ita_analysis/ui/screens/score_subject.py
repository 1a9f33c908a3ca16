"""Whose result, of which year, the form of scores is about: chosen by the reader, or named by the address."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Agency
from ita_analysis.texts import say
from ita_analysis.ui.asking import ask
from ita_analysis.ui.choosing import choice, chosen_before, year_label
from ita_analysis.ui.heads import text_of
from ita_analysis.ui.screens import assessed_years

NEW = "new"
_MOST_OFFERED = 50


@dataclass(frozen=True)
class Subject:
    """An agency, None where it is new, its code (`NEW` then), and the assessed fiscal year."""

    code: str
    agency: Agency | None
    fiscal_year_be: int

    @property
    def key(self) -> tuple[str, int]:
        """Return what drafts are kept by."""
        return self.code, self.fiscal_year_be


def choose() -> Subject:
    """Return whose result of which year is typed; the address is the truth, its year that of the plan after it."""
    with st.container(key="about"):
        agencies = _agencies()
        codes = [*agencies, NEW]
        before = chosen_before("agency", codes)
        code = choice("agency", say("scores.agency"), codes, lambda code: _name(code, agencies), before)
        plans = _plans()
        before = chosen_before("year", plans)
        plan = choice("year", say("scores.year"), plans, lambda plan: year_label(str(_before(plan))), before)
    return Subject(code, agencies.get(code), _before(plan))


def _plans() -> list[str]:
    """Return the plan years after the years of the framework, the latest first; those without weights come last."""
    return [str(year + 1) for year in assessed_years.years()]


def _agencies() -> dict[str, Agency]:
    """Return real agencies to choose from: a few, or of many those whose name holds some words, and the one chosen."""
    found = ask("real_agencies", "", _MOST_OFFERED + 1)
    if len(found) > _MOST_OFFERED:
        words = st.text_input(say("scores.search"), key="search_agency", live="300ms", autocomplete="off")
        found = ask("real_agencies", words.strip(), _MOST_OFFERED)
    offered = {row.agency_code: _agency(row) for row in rows_of(found)}
    said = st.query_params.get("agency") or st.session_state.get("kept_agency")
    if said and said not in offered and not st.session_state.get("search_agency"):
        named = ask("agency_of_code", str(said))
        offered |= {row.agency_code: _agency(row) for row in rows_of(named[~named["is_synthetic"]])}
    return offered


def _agency(row: object) -> Agency:
    name, district, province = (getattr(row, f"{each}_th") for each in ("name", "district", "province"))
    return Agency(name, text_of(district), text_of(province))


def _name(code: str, agencies: dict[str, Agency]) -> str:
    if code == NEW:
        return say("scores.new_agency")
    agency = agencies[code]
    return say("scores.agency_of", name=agency.name, province=agency.province) if agency.province else agency.name


def _before(plan: str) -> int:
    return int(plan) - 1
