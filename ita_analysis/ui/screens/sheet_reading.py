"""Reading an uploaded score sheet once for each thing that is said of it: its columns, its year, its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.intake.sheets.preview import read_sheet
from ita_analysis.results import InstrumentForm, ScoreSheet, UnknownColumn
from ita_analysis.store.building import ready
from ita_analysis.store.headings import heading_choices
from ita_analysis.texts import say
from ita_analysis.thai.text import key

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_READ, _COLUMNS = "sheet_read", "sheet_columns_of"


@dataclass(frozen=True)
class Answers:
    """What the reader said of a sheet that the sheet does not say itself; None where nothing was asked or answered."""

    fiscal_year_be: int | None = None
    form: InstrumentForm | None = None
    worksheet: str | None = None


@dataclass(frozen=True)
class Reading:
    """What a file says under some choices, or why it cannot be read."""

    asked: tuple[object, ...]
    sheet: ScoreSheet | None = None
    error: ItaError | None = None


@dataclass
class Columns:
    """The columns of one file that no word of ours fits, and what they are said to hold, by the heading's key.

    `remembered`: what was chosen for such headings in an earlier sheet.
    """

    file_id: str
    worksheet: str | None
    unknown: tuple[UnknownColumn, ...]
    remembered: dict[str, str]
    chosen: dict[str, str] = field(default_factory=dict)


def columns(upload: UploadedFile, said: Answers) -> Columns:
    """Return the unknown columns of a file and what is said of them; what was chosen before holds from the start."""
    known = cast("Columns | None", st.session_state.get(_COLUMNS))
    if known is not None and known.file_id == upload.file_id and known.worksheet == said.worksheet:
        return known
    stored = heading_choices(ready(paths.database()))
    first = read(upload, {}, said)
    unknown = first.sheet.unknown if first.sheet else ()
    keys = {key(each.heading) for each in unknown}
    # A sheet that cannot be read at all may lack just the column whose meaning was told before.
    fitting = {name: meant for name, meant in stored.items() if name in keys or first.sheet is None}
    made = Columns(upload.file_id, said.worksheet, unknown, fitting, dict(fitting))
    st.session_state[_COLUMNS] = made
    return made


def read(upload: UploadedFile, chosen: dict[str, str], said: Answers) -> Reading:
    """Return what a file says under some choices; the last reading is kept, so that a rerun does not read again."""
    asked = (upload.file_id, tuple(sorted(chosen.items())), said)
    known = cast("Reading | None", st.session_state.get(_READ))
    if known is not None and known.asked == asked:
        return known
    with progress(say("bring_in.sheet.reading")) as told:
        try:
            sheet = read_sheet(
                upload.name,
                upload.getvalue(),
                chosen,
                said.fiscal_year_be,
                told,
                sheet_name=said.worksheet,
                form=said.form,
            )
            made = Reading(asked, sheet)
        except ItaError as error:
            made = Reading(asked, error=error)
    st.session_state[_READ] = made
    return made


@contextmanager
def progress(words: str) -> Iterator[Callable[[float], None]]:
    """Show a bar while something long is done; what it yields hears how much is done, 0 to 1."""
    bar = st.progress(0.0, words)

    def tell(share: float) -> None:
        bar.progress(min(1.0, max(0.0, share)), words)

    try:
        yield tell
    finally:
        bar.empty()
