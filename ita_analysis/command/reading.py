"""Commands that read a file: preview shows it, import stores it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ita_analysis import paths
from ita_analysis.command import Asked, Commands, stated_year
from ita_analysis.intake.preview import Preview, as_json, preview_file
from ita_analysis.intake.sheets.preview import as_json as sheet_as_json
from ita_analysis.intake.sheets.preview import is_sheet_file, read_sheet_file
from ita_analysis.people import COMMAND
from ita_analysis.results import ScoreSheet
from ita_analysis.sentences.reading import result_lines, summary_lines
from ita_analysis.sentences.sheets import sheet_lines, stored_lines
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import keep
from ita_analysis.store.reports import store_report
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import say


def add(commands: Commands) -> None:
    """Add the commands that read a file."""
    for name, run in (("preview", _preview), ("import", _import)):
        reading = commands.add_parser(name, help=say(f"command.{name}"))
        reading.add_argument("file", type=Path, metavar="FILE")
        reading.add_argument("--fiscal-year", metavar="2564", help=say("command.fiscal_year"))
        reading.add_argument("--round", type=int, choices=(3, 6, 9, 12), help=say("command.round"))
        reading.add_argument("--sheet", metavar="NAME", help=say("command.sheet"))
        reading.add_argument("--json", action="store_true", help=say("command.json"))
        reading.set_defaults(run=run)


def _preview(asked: Asked) -> None:
    if sheet := _read_sheet(asked):
        return _show_sheet(sheet, asked)
    return _show(_read(asked), asked)


def _import(asked: Asked) -> None:
    if sheet := _read_sheet(asked):
        _show_sheet(sheet, asked)
        return _tell(stored_lines(store_sheet(ready(_kept()), sheet, "sheet", who=COMMAND)), asked)
    read = _read(asked)
    _show(read, asked)
    opened = ready(_kept())
    return _tell(result_lines(store_report(opened, read, who=COMMAND)), asked)


def _read_sheet(asked: Asked) -> ScoreSheet | None:
    """Return a file as a score sheet, None where it is a report."""
    if not asked.file.is_file() or not is_sheet_file(asked.file):
        return None
    return read_sheet_file(asked.file, fiscal_year_be=stated_year(asked), sheet_name=asked.sheet)


def _show_sheet(sheet: ScoreSheet, asked: Asked) -> None:
    print(sheet_as_json(sheet) if asked.json else "\n".join(sheet_lines(sheet)))


def _read(asked: Asked) -> Preview:
    read = preview_file(asked.file, stated_year(asked))
    return replace(read, report=replace(read.report, round_months=asked.round)) if asked.round else read


def _show(read: Preview, asked: Asked) -> None:
    print(as_json(read) if asked.json else "\n".join(summary_lines(read)))


def _kept() -> Path:
    """Return the database, backed up as it is before an import; a new one holds nothing to keep."""
    if paths.database().exists():
        keep(paths.database(), "import")
    return paths.database()


def _tell(lines: Iterable[str], asked: Asked) -> None:
    print("\n".join(lines), file=sys.stderr if asked.json else sys.stdout)
