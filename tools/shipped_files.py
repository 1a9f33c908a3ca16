"""The files of the shipped record, as pictures are taken of them and as they are measured."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ita_analysis.publishing.files import KINDS, Kind, made
from ita_analysis.publishing.gathered import Gathered, gathered
from ita_analysis.store.building import ready

CODE, YEAR, MADE_ON = "khao-saming", 2564, date(2026, 11, 26)


def write_files(folder: Path) -> dict[str, Callable[[], bytes]]:
    """Write the files of the shipped record, and return what writes each of them from what is gathered."""
    of = gather(folder)
    writers = {f"{kind.holds}.{kind.format}": _writer(of, kind) for kind in KINDS}
    for name, write in writers.items():
        (folder / name).write_bytes(write())
    return writers


def gather(folder: Path, code: str = CODE, year: int = YEAR) -> Gathered:
    """Return all that the files of a year are made of, out of a database in a folder that has the shipped record."""
    found = gathered(ready(folder / "record.duckdb"), code, year, None, MADE_ON)
    if found is None or found.result is None:
        raise LookupError(code)
    return found


def _writer(of: Gathered, kind: Kind) -> Callable[[], bytes]:
    return lambda: made(of, kind).content
