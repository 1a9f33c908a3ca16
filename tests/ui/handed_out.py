"""The files that a page hands out, as a visitor gets them who opens the row and presses each button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from ita_analysis.texts import say
from tests.documents.tabled import csv_rows, openpyxl_rows
from tests.ui.screen import SECONDS, Screen

_Make = Callable[[], bytes]


@dataclass(frozen=True)
class Handed:
    """A file that a button hands out."""

    label: str
    file_name: str
    content: bytes


@contextmanager
def pressed() -> Iterator[dict[str, tuple[str, _Make]]]:
    """Keep what Streamlit is told to make at a press, by the number that the button gets for it."""
    kept: dict[str, tuple[str, _Make]] = {}
    told = MediaFileManager.add_deferred

    def add_deferred(manager: MediaFileManager, make: _Make, *about: object, **more: object) -> str:
        number = told(manager, make, *about, **more)  # type: ignore[arg-type]
        kept[number] = (str(more.get("file_name")), make)
        return number

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MediaFileManager, "add_deferred", add_deferred)
        yield kept


def handed_out(shown: Screen) -> list[Handed]:
    """Return every file that a page hands out, its row opened."""
    said = shown.problems
    with pressed() as kept:
        shown.at.session_state["export"] = True
        shown.at.run(timeout=SECONDS)
        assert shown.problems == said
        return [
            Handed(str(button.label), *_made(*kept[button.proto.deferred_file_id]))
            for button in shown.at.get("download_button")
            if button.proto.deferred_file_id  # the others hand out templates to fill in
        ]


def tables_in(handed_out: list[Handed]) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each table among files as XLSX, by its name, each cell under its heading."""
    found: dict[str, list[dict[str, object]]] = {}
    for handed in handed_out:
        name, _, form = handed.label.rpartition(" ")
        if form == "XLSX" and name != say("export.all"):
            head, *rows = openpyxl_rows(handed.content)
            found[name] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def texts_of_csv(handed: Handed) -> list[dict[str, str]]:
    """Return the rows of a CSV file, each cell under its heading."""
    head, *rows = csv_rows(handed.content)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _made(name: str, make: _Make) -> tuple[str, bytes]:
    return name, make()
