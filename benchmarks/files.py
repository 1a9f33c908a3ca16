"""The files of a year: ours written, beside LibreOffice turning the same document into PDF; processor time of both."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import process_time

from benchmarks.pairs import Pair
from ita_analysis.publishing.files import KINDS, Kind
from tools.office import as_pdf, office, write_fonts
from tools.shipped_files import gather, write_files

_BESIDE = "LibreOffice turns the DOCX or PPTX into PDF"
_NO_OFFICE = "LibreOffice was not found: the files are measured alone"
# What LibreOffice is given, that the words and pages are the same; of the other files it makes none.
_SAME = {
    "plan.docx": "plan.docx", "plan.pdf": "plan.docx", "result.docx": "result.docx", "result.pdf": "result.docx",
    "slides.pptx": "slides.pptx",
}  # fmt: skip
_OF_PROCESSOR = ", processor time"
_NAMES = {f"{kind.holds}.{kind.format}": kind for kind in KINDS}
_GATHERED = "all that the files are made of, asked once"


def measure(folder: Path, times: int) -> list[Pair]:
    """Return what each file of the shipped record costs; without LibreOffice it stands beside nothing, and says so."""
    work = folder / "files"
    work.mkdir()
    program, settings = office(), write_fonts(work)
    beside = _BESIDE if program else _NO_OFFICE
    pairs = []
    for name, write in write_files(work).items():
        pair = Pair(f"{name}{_OF_PROCESSOR}", beside=beside if name in _SAME else "")
        for _ in range(times):
            pair.ours.append(_of_ours(write))
            if program and name in _SAME:
                pair.bare.append(_of_children(program, work / _SAME[name], work, settings))
        pairs.append(pair)
    asked = Pair(f"{_GATHERED}{_OF_PROCESSOR}", ours=[_of_ours(lambda: gather(work)) for _ in range(times)])
    return [asked, *pairs]


def kind_of(pair: Pair) -> Kind | None:
    """Return which file a pair is about, None where it is about something else."""
    return _NAMES.get(pair.what.removesuffix(_OF_PROCESSOR))


def _of_ours(write: Callable[[], object]) -> float:
    start = process_time()
    write()
    return (process_time() - start) * 1000


def _of_children(program: str, file: Path, folder: Path, settings: Path) -> float:
    """Return the processor time of a program, its start included, as the system counts it for what has ended."""
    before = _ended()
    as_pdf(program, [file], folder, settings)
    return (_ended() - before) * 1000


def _ended() -> float:
    used = os.times()
    return used.children_user + used.children_system
