"""Handing out a page's tables as files: what was filtered, in full words, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from ita_analysis.documents.csv_file import csv_of
from ita_analysis.documents.naming import MEDIA_TYPES, file_name
from ita_analysis.documents.tables import About, Sheet
from ita_analysis.documents.workbook import workbook
from ita_analysis.texts import say
from ita_analysis.thai.dates import MONTHS
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.ui import choosing, judging
from ita_analysis.ui.asking import AgencyYear, ask, kept, kept_in_view, of_year, today
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show, tell

Wanted = TypeVar("Wanted", bound=Hashable)


def offer(
    page: str,
    year: AgencyYear,
    wanted: Wanted,
    tables: Sequence[Callable[[AgencyYear, Wanted], Sheet]],
    part: str = "",
) -> None:
    """Offer the tables of a page about an agency's year: each a function of a module, of what `wanted` leaves.

    `part` names what the page is about within the year, such as one measure.
    """
    said = _in_words(wanted)
    _offer(
        page,
        lambda: kept(about, page, year, said, part),
        lambda: [kept_in_view(table, year, wanted) for table in tables],
    )


def offer_of_many(
    page: str, wanted: Wanted, tables: Sequence[Callable[[Wanted], Sheet]], about: Callable[[Wanted], About]
) -> None:
    """Offer the tables of a page that is not about an agency's plan of a year: functions of a module, as `about` is."""
    _offer(page, lambda: kept(about, wanted), lambda: [kept_in_view(table, wanted) for table in tables])


def offer_of_visit(page: str, about: Callable[[], About], made: Callable[[], Sequence[Sheet]]) -> None:
    """Offer tables of this visit alone, such as those of a file that is not stored; nothing of them is kept."""
    _offer(page, about, made)


def _in_words(wanted: object) -> tuple[str, ...]:
    return choosing.in_words(wanted) if isinstance(wanted, Filters) else ()


def _offer(page: str, about: Callable[[], About], made: Callable[[], Sequence[Sheet]]) -> None:
    """Show the row that opens; what is closed costs a run of the page nothing more than this row."""
    row = st.expander(say("export.title"), key="export", type="compact", on_change="rerun")
    if not row.open:
        return
    with row:
        sheets = [sheet for sheet in made() if sheet.rows]
        if not sheets:
            tell("note", say("export.nothing"))
            return
        show("section", text=say("export.note"))
        with st.container(key="export_files"):
            _buttons(page, about(), sheets)


def _buttons(page: str, about: About, sheets: Sequence[Sheet]) -> None:
    for number, sheet in enumerate(sheets):
        key, name = f"export_{page}_{number}", sheet.name
        _button(key, name, file_name(about, name, "xlsx"), workbook, about, [sheet])
        _button(key, name, file_name(about, name, "csv"), csv_of, about, sheet)
    if len(sheets) > 1:
        everything = file_name(about, about.page, "xlsx")
        _button(f"export_{page}_all", say("export.all"), everything, workbook, about, sheets)


def _button(key: str, table: str, name: str, make: Callable[..., bytes], *about: object) -> None:
    """Show one button; its words name the table too, for those who hear them without the rest."""
    form = name.rpartition(".")[2]
    label, data = f"{table} {form.upper()}", partial(make, *about)
    st.download_button(label, data, name, MEDIA_TYPES[form], key=f"{key}_{form}", on_click="ignore", type="tertiary")


def about(page: str, year: AgencyYear, filters: tuple[str, ...] = (), part: str = "") -> About:
    """Return whose the tables of a page are, of when, and what was left out of them."""
    written = year.written_in
    return About(
        page=say(f"page.{page}"),
        agency=year.name,
        agency_short=year.short_name,
        fiscal_year_be=year.fiscal_year_be,
        filters=filters,
        data_of=say("head.data_of", month=f"{MONTHS[written.month - 1]} {written.year + BE}") if written else "",
        exported_on=today(),
        is_synthetic=year.is_synthetic,
        sources=(*_reports(year), *_scores(year)),
        part=part,
    )


def _reports(year: AgencyYear) -> list[str]:
    return [str(name) for name in of_year("reports", year)["file_name"].dropna().unique()]


def _scores(year: AgencyYear) -> list[str]:
    """Return where the scores of the assessed year were taken from, in words."""
    total = ask("total", year.agency_code, year.prior_fiscal_year_be)["source"]
    kinds = {*judging.indicators(year)["score_source"].dropna(), *total.dropna()}
    words = (say(f"source.score_kind.{kind}") for kind in sorted(kinds))
    return [say("export.scores_from", year=year.prior_fiscal_year_be, kind=kind) for kind in words]
