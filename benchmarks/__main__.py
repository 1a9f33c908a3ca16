"""`python -m benchmarks`: measure everything, print one table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import database, documents, files, nation, pages
from benchmarks.browsing import browser
from benchmarks.pages import Page
from benchmarks.pairs import Pair
from benchmarks.report import report, report_of_nation

# A cold start is measured once a round: three, so that no ratio is one sample.
_ROUNDS, _RERUNS = 3, 30
_NO_BROWSER = "No Chromium was found: the views of the pages are not measured, only their reruns."


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; always 0, since a slow machine is no failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of everything, ten reruns of each page")
    parser.add_argument("--nation", action="store_true", help="only what a nation costs beside one agency")
    asked = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    with tempfile.TemporaryDirectory(prefix="ita-bench-", ignore_cleanup_errors=True) as folder:
        if not asked.nation:
            print(report(*measured(Path(folder), is_quick=asked.quick)))
        _say("a nation beside one agency")
        print(report_of_nation(nation.measure(Path(folder), 1 if asked.quick else _ROUNDS)))
    return 0


def measured(folder: Path, *, is_quick: bool) -> tuple[list[Pair], list[Page]]:
    """Return the figures of the work before the first page, and of each page."""
    times = 2 if is_quick else 5
    _say("preview of a report, files of a year, build of the database")
    starting = [*documents.measure(folder, times), *files.measure(folder, times), database.measure(folder, times)]
    built = folder / "pages.duckdb"
    database.build(built)
    _say("what stands on the pages")
    found = pages.prepare(built, folder)
    _measure_pages(found, built, is_quick=is_quick)
    return starting, found


def _measure_pages(found: list[Page], built: Path, *, is_quick: bool) -> None:
    """Measure round by round, so that each page is measured at several moments of the machine's day."""
    rounds, reruns = (1, 10) if is_quick else (_ROUNDS, _RERUNS)
    with browser() as started:
        if started is None:
            _say(_NO_BROWSER)
        for turn in range(rounds):
            for page in found:
                _say(f"round {turn + 1} of {rounds}: /{page.path}")
                pages.measure(page, built, built.parent, started, reruns // rounds, turn)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
