"""The preview of a report: beside python-docx alone, and as a command beside the start of Streamlit."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import docx

from benchmarks.pairs import Pair, in_turns
from ita_analysis.intake.preview import preview_file
from ita_analysis.paths import PROJECT
from tests.reports.write_docx_combined import write

_SOURCES = PROJECT.parent / "shared" / "source"
_INVENTED, _SOURCE = "preview of an invented .docx", "preview of the source report"
_WORDS, _START = "python-docx reads the words of the .docx", "Python imports Streamlit"


def measure(folder: Path, times: int) -> list[Pair]:
    """Return what the preview of a report costs, within a running program and as a command."""
    invented = folder / "invented.docx"
    write(invented)
    source = next(iter(_sources()), None)
    reports = {_INVENTED: invented, **({_SOURCE: source} if source else {})}
    found = [
        in_turns(Pair(what, beside=_WORDS), partial(preview_file, report), partial(all_words, invented), times * 3)
        for what, report in reports.items()
    ]
    command = [sys.executable, "-m", "ita_analysis", "preview", str(source or invented)]
    start = [sys.executable, "-c", "import streamlit"]
    found.append(
        in_turns(Pair("preview as a command", beside=_START), partial(_run, command), partial(_run, start), times)
    )
    return found


def all_words(path: Path) -> list[str]:
    """Return the words of a Word file as python-docx gives them, understood by nobody."""
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in opened.paragraphs] + cells


def _sources() -> list[Path]:
    return sorted(path for path in _SOURCES.glob("*") if path.suffix in {".txt", ".docx", ".html"})


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
