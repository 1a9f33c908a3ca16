"""What a sheet does not say itself and the reader is asked: the year, the form of its instruments, which worksheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, get_args

import streamlit as st

from ita_analysis.results import InstrumentForm, ScoreSheet
from ita_analysis.texts import say
from ita_analysis.ui.screens import assessed_years
from ita_analysis.ui.screens.sheet_reading import Answers

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_YEAR_MISSING = {"year_missing", "year_unclear"}


def answers(upload: UploadedFile) -> Answers:
    """Return what the reader said of a file so far."""
    year, form, worksheet = (st.session_state.get(_key(upload, name)) for name in ("year", "form", "worksheet"))
    return Answers(year, cast("InstrumentForm | None", form), worksheet)


def ask(upload: UploadedFile, sheet: ScoreSheet, said: Answers) -> None:
    """Ask what the findings of a sheet leave open; what was answered can be changed."""
    rules = {each.rule for each in sheet.findings}
    left_out = [str(each.values["name"]) for each in sheet.findings if each.rule == "sheet_left_out"]
    with st.container(key="sheet_questions"):
        if said.fiscal_year_be or rules & _YEAR_MISSING:
            _choose(upload, "year", [None, *assessed_years.years()], lambda year: say("filter.year_label", year=year))
        if said.form or "form_unclear" in rules:
            forms = [None, *get_args(InstrumentForm)]
            _choose(upload, "form", forms, lambda form: say(f"bring_in.sheet.form_label.{form}"))
        if left_out or said.worksheet:
            names = sorted({str(sheet.sheet_name), *left_out})
            _choose(upload, "worksheet", [None, *names], str)


def _choose(upload: UploadedFile, name: str, options: list[object], label: Callable[[object], str]) -> None:
    st.selectbox(
        say(f"bring_in.sheet.ask.{name}"),
        options,
        format_func=lambda option: say("bring_in.not_chosen") if option is None else label(option),
        key=_key(upload, name),
    )


def _key(upload: UploadedFile, name: str) -> str:
    return f"sheet_{name}_{upload.file_id}"
