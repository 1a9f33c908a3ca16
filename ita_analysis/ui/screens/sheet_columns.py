"""Columns that no word of ours fits: the reader says what each holds; it is remembered when the sheet is stored."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ita_analysis.intake.sheets.fields import fields_of
from ita_analysis.results import UnknownColumn, letters
from ita_analysis.texts import say, say_some
from ita_analysis.thai.text import key
from ita_analysis.ui.rendering import show
from ita_analysis.ui.screens.sheet_reading import Columns

_MOST = 40
_OPEN = ""


def show_columns(columns: Columns, fiscal_year_be: int) -> None:
    """Show each unknown column with its first cells and a choice of what it holds in a year, which counts at once."""
    if not columns.unknown:
        return
    show(
        "section",
        title=say_some("bring_in.sheet.unknown", len(columns.unknown)),
        text=say("bring_in.sheet.unknown_about"),
    )
    labels = {_OPEN: say("bring_in.not_chosen"), **fields_of(fiscal_year_be)}
    with st.container(key="sheet_columns"):
        for number, each in enumerate(columns.unknown[:_MOST]):
            with st.container():
                _ask(number, each, columns, labels)


def to_remember(columns: Columns) -> dict[str, str | None]:
    """Return what was chosen for each heading; None where an earlier choice was taken back."""
    gone = {name: None for name in columns.remembered if name not in columns.chosen}
    return {**columns.chosen, **gone}


def _ask(number: int, each: UnknownColumn, columns: Columns, labels: dict[str, str]) -> None:
    name = key(each.heading)
    show(
        "unknown_column",
        letters=letters(each.number),
        heading=each.heading,
        cells=each.first_cells,
        is_remembered=columns.remembered.get(name) == columns.chosen.get(name, ""),
    )
    field = f"column_{columns.file_id}_{number}"
    st.session_state.setdefault(field, columns.chosen.get(name, _OPEN))
    st.selectbox(
        say("bring_in.sheet.holds", letters=letters(each.number)),
        list(labels),
        format_func=_labelled(labels),
        key=field,
        on_change=_choose,
        args=(columns, name, field),
    )


def _labelled(labels: dict[str, str]) -> Callable[[str], str]:
    return lambda code: labels.get(code, code)


def _choose(columns: Columns, name: str, field: str) -> None:
    chosen = st.session_state[field]
    if chosen == _OPEN:
        columns.chosen.pop(name, None)
    else:
        columns.chosen[name] = chosen
