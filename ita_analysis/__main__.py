"""The command line: what was asked is done, or one sentence says what is wrong and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ita_analysis import paths
from ita_analysis.command import checking, demo, keeping, reading, reporting
from ita_analysis.command.reader import reader_may_leave
from ita_analysis.errors import ItaError
from ita_analysis.store.database import explaining
from ita_analysis.store.dictionary import dictionary
from ita_analysis.texts import explain, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after one sentence about what is wrong and what to do.

    `check` returns 1 where a part is missing, and 2 after such a sentence or where nothing could be checked.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    with reader_may_leave():
        asked = _parser().parse_args(arguments)
        try:
            with explaining(paths.database()):
                return int(asked.run(asked) or 0)
        except ItaError as error:
            place = f"{asked.file.name}: " if getattr(asked, "file", None) else ""
            print(place + explain(error), file=sys.stderr)
            return int(getattr(asked, "failed", 1))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ita_analysis", description=say("command.about"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for each in (reading, checking, reporting, keeping, demo):
        each.add(commands)
    words = commands.add_parser("dictionary", help=say("command.dictionary"))
    words.set_defaults(run=lambda _: print(dictionary(), end=""))
    return parser


if __name__ == "__main__":
    sys.exit(main())
