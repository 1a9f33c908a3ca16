"""The screen of files: plan, report, slides, tables and public page, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from ita_analysis import paths
from ita_analysis.documents.naming import MEDIA_TYPES
from ita_analysis.errors import StoreError
from ita_analysis.publishing.files import KINDS, Holds, Kind, made, name, of_round
from ita_analysis.publishing.gathered import gathered
from ita_analysis.sentences import files as sentences
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.store.building import ready
from ita_analysis.store.sharing import using
from ita_analysis.texts import say
from ita_analysis.ui import checked, choosing, exports, heads
from ita_analysis.ui.asking import AgencyYear, kept, of_year, today
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import show_kept

PAGE = "files"


def choose(year: AgencyYear) -> Filters:
    """Return the round that the report and the slides are about, none being the latest with a result."""
    states = of_year("rounds", year)
    return choosing.one_round(states.loc[states["result_count"] > 0, "round_months"])


def show_head(year: AgencyYear) -> None:
    """Show whether there is all of it to hand out, and what the check of it finds."""
    show_kept("head", _head, year)
    show_kept("files_check", _check, year)


def offer(year: AgencyYear, wanted: Filters) -> None:
    """Offer each file, by what it holds."""
    months = wanted.months or latest_reported(of_year("rounds", year))
    about = kept(exports.about, PAGE, year)
    for holds in dict.fromkeys(each.holds for each in KINDS):
        if holds == "result" and months is None:
            with st.container(key=f"file_{holds}"):
                show_kept("file_missing", _no_result, year)
            continue
        with st.container(key=f"file_{holds}"):
            show_kept("file", _file, holds, months)
            with st.container(horizontal=True):
                for kind in KINDS:
                    if kind.holds == holds:
                        _button(year, kind, months, name(about, kind, months))


def _button(year: AgencyYear, kind: Kind, months: int | None, called: str) -> None:
    label = say("files.make", name=say(f"files.name.{kind.holds}"), format=kind.format.upper())
    use = say(f"files.use.{kind.format}")
    st.download_button(
        label, partial(content, year.agency_code, year.fiscal_year_be, months, kind, today()), called,
        MEDIA_TYPES[kind.format], key=f"{kind.holds}_{kind.format}", on_click="ignore", help=use,
        type="primary" if kind.holds == "everything" else "secondary",
    )  # fmt: skip


def content(agency_code: str, fiscal_year_be: int, months: int | None, kind: Kind, day: date) -> bytes:
    """Return a file of an agency's year and round, made on a day; Streamlit asks for it when its button is pressed.

    Raises StoreError where what it is about has gone since the page was shown.
    """
    with using():
        of = gathered(ready(paths.database()), agency_code, fiscal_year_be, months, day)
    if of is None:
        raise StoreError("asked_nothing")
    return made(of, kind).content


def _head(year: AgencyYear) -> Mapping[str, object]:
    now = checked.of_year(year)
    months = latest_reported(of_year("rounds", year))
    found = sentences.headline(months, now.completeness, len(now.standing), has_plan=bool(now.written.report.measures))
    return {"head": heads.head(PAGE, year, found)}


def _check(year: AgencyYear) -> Mapping[str, object]:
    return {"href": heads.link(checked.PAGE, year)}


def _no_result(year: AgencyYear) -> Mapping[str, object]:
    href = heads.link("entry", year) if is_open("entry") else ""
    return {"title": say("files.holds.result"), "href": href}


def _file(holds: Holds, months: int | None) -> Mapping[str, object]:
    words = {"title": say(f"files.holds.{holds}"), "about": say(f"files.about.{holds}")}
    return {**words, "of_round": of_round(holds, months)}
