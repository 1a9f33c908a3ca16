"""The preview of a report: its command beside the start of Python with Streamlit, its reading beside python-docx alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx

from benchmarks.pairs import Pair, in_turns
from ita_analysis.intake.preview import preview_file
from ita_analysis.paths import PROJECT
from tests.reports.write_docx_combined import write

_SOURCES = PROJECT.parent / "shared" / "source"


def measure(folder: Path, times: int) -> list[Pair]:
    """Return what the preview of a report costs, as a command and within a running program."""
    invented = folder / "invented.docx"
    write(invented)
    reports = {"an invented Word report": invented} | {"the source": source for source in _sources()[:1]}
    found = [
        in_turns(Pair(f"read {what}"), _reading(report), lambda: all_words(invented), times * 3)
        for what, report in reports.items()
    ]
    command = [sys.executable, "-m", "ita_analysis", "preview", str(list(reports.values())[-1])]
    start = [sys.executable, "-c", "import streamlit"]
    return [*found, in_turns(Pair("command: preview"), lambda: _run(command), lambda: _run(start), times)]


def all_words(path: Path) -> list[str]:
    """Return the words of a Word file as python-docx gives them, understood by nobody."""
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in opened.paragraphs] + cells


def _sources() -> list[Path]:
    return sorted(path for path in _SOURCES.glob("*") if path.suffix in {".txt", ".docx", ".html"})


def _reading(report: Path) -> Callable[[], object]:
    return lambda: preview_file(report)


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
