"""The command that checks a file, or a stored year, as an assessor would."""

from __future__ import annotations

from pathlib import Path

from ita_analysis import paths
from ita_analysis.command import Asked, Commands, stated_year
from ita_analysis.completeness import completeness_of_file
from ita_analysis.intake.preview import preview_file
from ita_analysis.sentences.completeness import as_json, check_lines
from ita_analysis.store.building import ready
from ita_analysis.store.checking import checked_year
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.texts import say

FAILED = 2  # the code where nothing could be checked: 1 says that a part is missing


def add(commands: Commands) -> None:
    """Add the command that checks."""
    checking = commands.add_parser("check", help=say("command.check"))
    checking.add_argument("file", type=Path, nargs="?", metavar="FILE")
    checking.add_argument("--agency", metavar="CODE", help=say("command.agency"))
    checking.add_argument("--fiscal-year", metavar="2564", help=say("command.fiscal_year"))
    checking.add_argument(
        "--document", choices=("plan", "report"), help=say("command.document", plan="plan", report="report")
    )
    checking.add_argument("--json", action="store_true", help=say("command.json"))
    checking.set_defaults(run=_check, failed=FAILED)


def _check(asked: Asked) -> int:
    """Show what an assessor would find in a file, or in a stored year; return the code.

    It is 1 where a part is missing, and FAILED where nobody knows what the documents of the year have to contain.
    """
    if asked.file:
        read = preview_file(asked.file, stated_year(asked))
        report, parts, findings = read.report, completeness_of_file(read.report, asked.document), read.findings
    else:
        with snapshot_of(ready(paths.database())) as seen:
            stored = checked_year(seen, asked.agency, stated_year(asked))
        report, parts = stored.written.report, stored.completeness
        findings = tuple(found.finding for found in stored.standing)
    about = {"agency": report.agency.name, "fiscal_year_be": report.fiscal_year_be}
    print(as_json(about, parts, findings) if asked.json else "\n".join(check_lines(about, parts, findings)))
    return int(parts.count("missing") > 0) if parts.documents else FAILED
