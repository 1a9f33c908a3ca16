"""A nation beside one agency: what the same pages cost with 8,300 agencies × 5 years stored, and how fast they come in.

Every page shows the same agency in both databases, so its cost ought to be the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import pandas as pd

from benchmarks.pairs import Pair, in_turns
from benchmarks.questions import Asked, asked_by_pages
from benchmarks.servers import Server, cpu_ms, our_server
from benchmarks.sessions import pages_of, session
from ita_analysis.people import DESK
from ita_analysis.results import ScoreSheet
from ita_analysis.store import database
from ita_analysis.store.building import ready
from ita_analysis.store.results import store_sheet
from ita_analysis.store.synthetic import DEMO_CODE, load_demo, load_nation
from ita_analysis.synthetic.nation import HEAD_ROW, nation_sheet
from ita_analysis.synthetic.workbook import write_workbook
from ita_analysis.ui.rendering import HOME

_ABOUT = {"agency": DEMO_CODE, "year": "2568"}
_YEAR, _AGENCIES = 2567, 8300
_RERUNS = 20  # processor time comes in steps of 10 ms
_QUIET = 0.15  # seconds in which a server clears up after a run
_HIDDEN = ("agencies", "source")
_BESIDE_PAGE, _BESIDE_FILE = "the same page with one agency stored", "pandas.read_excel, engine calamine"


@dataclass
class PageOfNation:
    """A page with a nation stored beside itself with one agency: its views and reruns, and what it asks."""

    path: str
    figures: list[Pair] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    asked_beside: list[Asked] = field(default_factory=list)

    @property
    def query_ms(self) -> float:
        """Return the processor time of all its queries with a nation stored."""
        return sum(each.cpu_ms for each in self.asked)

    @property
    def query_ms_beside(self) -> float:
        """Return the processor time of all its queries with one agency stored."""
        return sum(each.cpu_ms for each in self.asked_beside)

    @property
    def ratio(self) -> float | None:
        """Return by how much the dearest of its views and reruns exceeds that with one agency; None if not measured."""
        return max((pair.ratio for pair in self.figures if pair.ratio is not None), default=None)


@dataclass
class Nation:
    """What was measured with a nation stored: each page, the import of a year, and size."""

    imported: Pair
    pages: list[PageOfNation] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)


def measure(folder: Path, times: int) -> Nation:
    """Build both databases, then measure pages, queries and the import of a year's sheet."""
    one, nation = folder / "one-agency.duckdb", folder / "nation.duckdb"
    _build(one, load_demo)
    _build(nation, load_demo)
    start = time.perf_counter()
    _build(nation, load_nation)
    seconds, size = time.perf_counter() - start, nation.stat().st_size / 1e6
    imported = _import(folder, times)
    facts = [
        f"the nation: built in {seconds:.0f} s, {size:.0f} MB",
        f"import: {_AGENCIES / median(imported.ours) * 1000:,.0f} rows a second",
    ]
    figures = _views(one, nation, folder, times)
    return Nation(imported, _pages(figures, asked_by_pages(nation, _ABOUT), asked_by_pages(one, _ABOUT)), facts)


def _pages(
    figures: dict[str, list[Pair]], asked: dict[str, list[Asked]], beside: dict[str, list[Asked]]
) -> list[PageOfNation]:
    return [
        PageOfNation(path, figures.get("" if path == HOME else path, []), asked[path], beside[path]) for path in asked
    ]


def _build(file: Path, load: Callable[..., object]) -> None:
    load(ready(file), who=DESK)
    database.close(file)


def _views(one: Path, nation: Path, folder: Path, times: int) -> dict[str, list[Pair]]:
    """Return the first view (of a new process, after its start) and the reruns of each page."""
    with our_server(one, folder) as beside, session(beside) as visit:
        names = [*pages_of(visit.run()), *_HIDDEN]
    figures = {
        name: [Pair(f"/{name} {what}", beside=_BESIDE_PAGE) for what in ("first view", "first view, cpu", "rerun, cpu")]
        for name in names
    }
    for turn in range(times):
        for file in (one, nation) if turn % 2 == 0 else (nation, one):
            with our_server(file, folder) as server:
                for name in names:
                    for pair, sample in zip(figures[name], _visit(server, name), strict=True):
                        (pair.ours if file == nation else pair.bare).append(sample)
    return figures


def _visit(server: Server, name: str) -> tuple[float, float, float]:
    """Return the milliseconds of a first view, its processor time, and that of a rerun (0 where nobody counts it)."""
    with session(server, f"{name}?{urlencode(_ABOUT)}") as visit:
        moments = [cpu_ms(server.process_id) or 0.0]
        first = visit.run().elapsed_ms
        time.sleep(_QUIET)
        moments.append(cpu_ms(server.process_id) or 0.0)
        for _ in range(_RERUNS):
            visit.run()
        time.sleep(_QUIET)
        moments.append(cpu_ms(server.process_id) or 0.0)
    return first, moments[1] - moments[0], (moments[2] - moments[1]) / _RERUNS


def _import(folder: Path, times: int) -> Pair:
    """Return what the sheet of one year costs from file to stored score, beside pandas reading the same file."""
    file = write_workbook(nation_sheet(_YEAR), folder / "nation.xlsx")
    read, numbers = _reader(), count(1)

    def ours() -> None:
        sheet = read(file.name, file.read_bytes())
        target = folder / f"import-{next(numbers)}.duckdb"
        store_sheet(ready(target, []), sheet, "sheet", who=DESK)
        database.close(target)

    return in_turns(
        Pair("import of 8,300 agencies", beside=_BESIDE_FILE),
        ours,
        lambda: pd.read_excel(file, engine="calamine", header=HEAD_ROW - 1),
        times,
    )


def _reader() -> Callable[[str, bytes], ScoreSheet]:
    """Return what reads a sheet; before the program has a reader, the sheet is taken as if it had been read."""
    try:
        read: Callable[[str, bytes], ScoreSheet] = import_module("ita_analysis.intake.sheets.preview").read_sheet
    except ModuleNotFoundError:
        return lambda *_: nation_sheet(_YEAR)
    return read
