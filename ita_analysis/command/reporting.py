"""The command that writes the files of an agency's year: plan, report, slides, tables, public page, or all in a ZIP."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from ita_analysis import paths
from ita_analysis.command import Asked, Commands, stated_year
from ita_analysis.errors import StoreError
from ita_analysis.publishing.files import FORMATS, KINDS, File, Format, Kind, kinds, made
from ita_analysis.publishing.gathered import Gathered, gathered
from ita_analysis.store.building import ready
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.store.year_asked import asked_year
from ita_analysis.texts import say

FIRST_YEAR, LAST_YEAR = 1980, 2107  # of a day within a ZIP, which DOCX, PPTX and XLSX are too
OF_RESULT = {each.format for each in KINDS if each.holds == "result"}


def add(commands: Commands) -> None:
    """Add the command that writes files."""
    report = commands.add_parser("report", help=say("command.report"))
    report.add_argument("--agency", metavar="CODE", help=say("command.agency"))
    report.add_argument("--fiscal-year", "--year", metavar="2564", help=say("command.report_year"))
    report.add_argument("--round", type=int, choices=(3, 6, 9, 12), help=say("command.report_round"))
    report.add_argument("--format", type=_formats, metavar=",".join(FORMATS), help=say("command.format"))
    report.add_argument("--out", type=Path, default=Path(), metavar="DIR", help=say("command.out"))
    report.add_argument("--date", metavar="2026-11-26", help=say("command.made_on"))
    report.set_defaults(run=_report)


def _formats(said: str) -> tuple[Format, ...]:
    wanted = {each.strip().lower() for each in said.split(",")}
    if unknown := sorted(wanted - set(FORMATS)):
        raise argparse.ArgumentTypeError(say("command.format_unknown", named=unknown[0], known=", ".join(FORMATS)))
    return tuple(each for each in FORMATS if each in wanted)


def _report(asked: Asked) -> None:
    of = _gathered(asked)
    wanted = kinds(of, asked.format or FORMATS)
    if asked.round and of.result is None and OF_RESULT & {*(asked.format or ())}:
        raise StoreError("report_round_empty", months=asked.round)
    if of.result is None and {*(asked.format or FORMATS)} & {*OF_RESULT, "zip"}:
        missing = (
            say("command.without_result", months=asked.round) if asked.round else say("command.without_any_result")
        )
        print(missing, file=sys.stderr)
    done: dict[Kind, File] = {}
    for number, kind in enumerate(wanted, 1):
        print(say("command.writing", number=number, count=len(wanted), what=_what(kind)), file=sys.stderr)
        file = done[kind] = made(of, kind, done)
        target = asked.out / file.name
        try:
            asked.out.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
        except OSError as error:
            raise StoreError("report_unwritable", folder=asked.out.resolve().name) from error
        print(target)


def _gathered(asked: Asked) -> Gathered:
    opened = ready(paths.database())
    made_on = _day(asked.date) if asked.date else date.today()  # noqa: DTZ011 - the day on this desk
    with snapshot_of(opened) as seen:
        code, year = asked_year(seen, asked.agency, stated_year(asked))
        of = gathered(seen, code, year, asked.round, made_on)
    if of is None:
        raise StoreError("asked_nothing")
    return of


def _day(said: str) -> date:
    """Return the day on which the files are said to be made; the packages of their formats can hold no other years."""
    try:
        day = date.fromisoformat(said)
    except ValueError as error:
        raise StoreError("report_day_unreadable", text=said) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise StoreError("report_day_far", text=said, first=FIRST_YEAR, last=LAST_YEAR)
    return day


def _what(kind: Kind) -> str:
    return say("command.what", holds=say(f"files.holds.{kind.holds}"), format=kind.format.upper())
