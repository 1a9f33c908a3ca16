"""The command line: preview, import, check, backup, restore, dictionary."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ita_analysis import paths
from ita_analysis.completeness import completeness
from ita_analysis.errors import ItaError
from ita_analysis.intake.preview import Preview, as_json, preview_file
from ita_analysis.intake.sheets.preview import as_json as sheet_as_json
from ita_analysis.intake.sheets.preview import is_sheet_file, read_sheet_file
from ita_analysis.people import COMMAND
from ita_analysis.results import ScoreSheet
from ita_analysis.sentences.completeness import as_json as check_as_json
from ita_analysis.sentences.completeness import check_lines
from ita_analysis.sentences.reading import result_lines, summary_lines
from ita_analysis.sentences.sheets import sheet_lines, stored_lines
from ita_analysis.store.backup import back_up, restore
from ita_analysis.store.building import ready
from ita_analysis.store.checking import checked_year
from ita_analysis.store.database import explaining
from ita_analysis.store.dictionary import dictionary
from ita_analysis.store.keeping import keep
from ita_analysis.store.reports import store_report
from ita_analysis.store.restoring import put_back
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import explain, say
from ita_analysis.thai.fiscal_year import parse_year


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after one sentence about what is wrong and what to do.

    `check` returns 1 where a part is missing, and 2 after such a sentence.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    asked = _parser().parse_args(arguments)
    try:
        with explaining(paths.database()):
            return int(asked.run(asked) or 0)
    except ItaError as error:
        place = f"{asked.file.name}: " if getattr(asked, "file", None) else ""
        print(place + explain(error), file=sys.stderr)
        return 2 if asked.run is _check else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ita_analysis", description=say("command.about"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in (("preview", _preview), ("import", _import)):
        reading = commands.add_parser(name, help=say(f"command.{name}"))
        reading.add_argument("file", type=Path, metavar="FILE")
        reading.add_argument("--fiscal-year", metavar="2564", help=say("command.fiscal_year"))
        reading.add_argument("--round", type=int, choices=(3, 6, 9, 12), help=say("command.round"))
        reading.add_argument("--sheet", metavar="NAME", help=say("command.sheet"))
        reading.add_argument("--json", action="store_true", help=say("command.json"))
        reading.set_defaults(run=run)
    checking = commands.add_parser("check", help=say("command.check"))
    checking.add_argument("file", type=Path, nargs="?", metavar="FILE")
    checking.add_argument("--agency", metavar="CODE", help=say("command.agency"))
    checking.add_argument("--fiscal-year", metavar="2564", help=say("command.fiscal_year"))
    checking.add_argument("--json", action="store_true", help=say("command.json"))
    checking.set_defaults(run=_check)
    backup = commands.add_parser("backup", help=say("command.backup"))
    backup.add_argument("target", type=Path, nargs="?", metavar="FILE.zip")
    backup.set_defaults(run=_backup)
    restoring = commands.add_parser("restore", help=say("command.restore"))
    restoring.add_argument("file", type=Path, metavar="FILE.zip")
    restoring.add_argument("--replace", action="store_true", help=say("command.replace"))
    restoring.set_defaults(run=_restore)
    _add_demo(commands.add_parser("demo", help=say("command.demo")).add_subparsers(required=True, metavar="WHAT"))
    words = commands.add_parser("dictionary", help=say("command.dictionary"))
    words.set_defaults(run=lambda _: print(dictionary(), end=""))
    return parser


def _read_sheet(asked: argparse.Namespace) -> ScoreSheet | None:
    """Return a file as a score sheet, None where it is a report."""
    if not asked.file.is_file() or not is_sheet_file(asked.file):
        return None
    return read_sheet_file(asked.file, fiscal_year_be=_year(asked), sheet_name=asked.sheet)


def _year(asked: argparse.Namespace) -> int | None:
    return parse_year(asked.fiscal_year) if asked.fiscal_year else None


def _show_sheet(sheet: ScoreSheet, asked: argparse.Namespace) -> None:
    print(sheet_as_json(sheet) if asked.json else "\n".join(sheet_lines(sheet)))


def _add_demo(demo: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, run in (("load", _load_demo), ("nation", _load_nation), ("remove", _remove_demo)):
        demo.add_parser(name, help=say(f"command.demo_{name}")).set_defaults(run=run)
    writing = demo.add_parser("write", help=say("command.demo_write"))
    writing.add_argument("file", type=Path, metavar="FILE.xlsx")
    writing.add_argument("--fiscal-year", type=parse_year, default=2567, metavar="2567", help=say("command.demo_year"))
    writing.set_defaults(run=_write_nation)


def _read(asked: argparse.Namespace) -> Preview:
    read = preview_file(asked.file, _year(asked))
    return replace(read, report=replace(read.report, round_months=asked.round)) if asked.round else read


def _show(read: Preview, asked: argparse.Namespace) -> None:
    print(as_json(read) if asked.json else "\n".join(summary_lines(read)))


def _preview(asked: argparse.Namespace) -> None:
    if sheet := _read_sheet(asked):
        return _show_sheet(sheet, asked)
    return _show(_read(asked), asked)


def _import(asked: argparse.Namespace) -> None:
    if sheet := _read_sheet(asked):
        _show_sheet(sheet, asked)
        return _tell(stored_lines(store_sheet(ready(_kept()), sheet, "sheet", who=COMMAND)), asked)
    read = _read(asked)
    _show(read, asked)
    opened = ready(_kept())
    return _tell(result_lines(store_report(opened, read, who=COMMAND)), asked)


def _check(asked: argparse.Namespace) -> bool:
    """Show what an assessor would find in a file, or in a stored year; return whether a part is missing."""
    if asked.file:
        read = preview_file(asked.file, _year(asked))
        report, parts, findings = read.report, completeness(read.report), read.findings
    else:
        stored = checked_year(ready(paths.database()).cursor(), asked.agency, _year(asked))
        report, parts = stored.written.report, stored.completeness
        findings = tuple(found.finding for found in stored.findings if found.decision is None)
    about = {"agency": report.agency.name, "fiscal_year_be": report.fiscal_year_be}
    print(check_as_json(about, parts, findings) if asked.json else "\n".join(check_lines(about, parts, findings)))
    return parts.count("missing") > 0


def _kept() -> Path:
    """Return the database, backed up as it is before an import; a new one holds nothing to keep."""
    if paths.database().exists():
        keep(paths.database(), "import")
    return paths.database()


def _tell(lines: Iterable[str], asked: argparse.Namespace) -> None:
    print("\n".join(lines), file=sys.stderr if asked.json else sys.stdout)


def _backup(asked: argparse.Namespace) -> None:
    target = asked.target or Path(f"ita-backup-{date.today().isoformat()}.zip")  # noqa: DTZ011 - the day on this desk
    print(say("command.backed_up", file=back_up(paths.database(), target)))


def _restore(asked: argparse.Namespace) -> None:
    file = paths.database()
    if asked.replace and file.exists():
        print(say("command.put_back", file=file, kept=put_back(asked.file, file, who=COMMAND)))
    else:
        print(say("command.restored", file=restore(asked.file, file)))


def _load_demo(_: argparse.Namespace) -> None:
    from ita_analysis.store.synthetic import load_demo

    print(say("command.demo_loaded", code=load_demo(ready(paths.database()), who=COMMAND)))


def _load_nation(_: argparse.Namespace) -> None:
    from ita_analysis.store.synthetic import load_nation

    def told(share: float) -> None:
        print(say("demo.progress", share=share), file=sys.stderr)

    load_nation(ready(paths.database()), tell=told, who=COMMAND)
    print(say("command.nation_loaded"))


def _remove_demo(_: argparse.Namespace) -> None:
    from ita_analysis.store.synthetic import remove_synthetic

    remove_synthetic(ready(paths.database()), who=COMMAND)
    print(say("command.demo_removed"))


def _write_nation(asked: argparse.Namespace) -> None:
    from ita_analysis.synthetic.nation import nation_sheet
    from ita_analysis.synthetic.workbook import write_workbook

    print(say("command.nation_written", file=write_workbook(nation_sheet(asked.fiscal_year), asked.file)))


if __name__ == "__main__":
    sys.exit(main())
