"""The first start: the database built from `data/`, beside the same CSV files read into DuckDB as they are."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import duckdb

from benchmarks.pairs import Pair, in_turns
from ita_analysis.paths import DATA
from ita_analysis.store import database
from ita_analysis.store.building import ready


def measure(folder: Path, times: int) -> Pair:
    """Return what the build of a database costs."""
    numbers = count(1)
    return in_turns(
        Pair("build of the database", beside="DuckDB reads the same CSV files as they are"),
        lambda: build(folder / f"ours-{next(numbers)}.duckdb"),
        lambda: read_plainly(folder / f"plain-{next(numbers)}.duckdb"),
        times,
    )


def build(file: Path) -> None:
    """Build the database as on the first start, and let go of it."""
    ready(file)
    database.close(file)


def read_plainly(file: Path) -> None:
    """Read every CSV file of `data/` into a table of its own: no types of ours, no rules, no views."""
    with duckdb.connect(str(file)) as opened:
        for number, source in enumerate(sorted(DATA.rglob("*.csv"))):
            opened.execute(f"create table t{number} as from read_csv($file)", {"file": str(source)})
