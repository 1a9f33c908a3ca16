"""First view, second view and reruns of each page, ours and the bare one in turns."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.bare_page import write_bare_page
from benchmarks.browsing import view
from benchmarks.elements import Node, counts, every, tree
from benchmarks.pairs import Pair
from benchmarks.servers import Server, both, cpu_ms, our_server
from benchmarks.sessions import Session, pages_of, session

_BLOCK = 5
_QUIET = 0.15  # seconds in which a server clears up after a run
WORDS, TOLD, CHART = "first words, first visitor", "all words and tables", "first chart"
LAST, AGAIN = "last element, first visitor", "last element, next visitor"
RERUN, SENT = "rerun", "sent at the first view"
_CPU, _START = "rerun, processor time", "start of the server"
# One thing of a page has an address of its own: this is the way to it, as the page of all of them links there.
_ONE = re.compile(r'href="\./(\w+)\?[^"#]*\b(measure=\d+)')


@dataclass
class Page:
    """A page of ours by its address, its bare script, what stands on it, and what was measured of both."""

    path: str
    script: Path
    elements: dict[str, int]
    figures: dict[str, Pair] = field(default_factory=dict)

    def pair(self, what: str, unit: str = "ms") -> Pair:
        """Return the pair of a figure, made on first use."""
        return self.figures.setdefault(what, Pair(what, unit))


def prepare(database: Path, folder: Path) -> list[Page]:
    """Look at each page of the menu and at one thing's own part; write a bare page with the same elements of each."""
    with our_server(database, folder) as server:
        with session(server) as visit:
            paths = pages_of(visit.run())
        seen = {path: _seen(server, path) for path in paths}
        part = next(filter(None, map(part_of, seen.values())), None)
        if part:
            seen[part] = _seen(server, part)
    return [_prepared(path, page, folder) for path, page in seen.items()]


def part_of(page: Node) -> str | None:
    """Return the address of one thing that a page links to, without the filters that hold anyway."""
    for node in every(page):
        found = _ONE.search(unescape(str(node.message.body))) if node.kind == "html" else None
        if found:
            return f"{found[1]}?{found[2]}"
    return None


def measure(page: Page, database: Path, folder: Path, browser: Browser | None, reruns: int, turn: int) -> None:
    """Start both servers and add one round of samples; who comes first changes from turn to turn."""
    with both(database, page.script, folder, turn) as servers:
        visits = [(servers[0], page.path, "ours"), (servers[1], "", "bare")]
        order = visits if turn % 2 == 0 else visits[::-1]
        for server, _, side in order:
            _add(page.pair(_START), side, server.ready_ms)
        if browser:
            _measure_views(page, browser, order)
        _measure_reruns(page, order, reruns)


def _seen(server: Server, path: str) -> Node:
    with session(server, path) as visit:
        return tree(visit.run())


def _prepared(path: str, seen: Node, folder: Path) -> Page:
    script = write_bare_page(seen, folder / f"bare-{re.sub(r'[^a-z0-9]+', '-', path) or 'first'}")
    return Page(path, script, counts(seen))


def _measure_views(page: Page, browser: Browser, order: list[tuple[Server, str, str]]) -> None:
    charts = page.elements.get("plotly_chart", 0)
    for server, path, side in order:
        seen = view(browser, f"{server.address}/{path}", charts)
        moments = {WORDS: seen.words_ms, TOLD: seen.told_ms, CHART: seen.chart_ms, LAST: seen.last_ms}
        for what, moment in moments.items():
            if moment is not None:
                _add(page.pair(what), side, moment)
        _add(page.pair(SENT, "KB"), side, seen.byte_count / 1000)
    for server, path, side in order:
        _add(page.pair(AGAIN), side, view(browser, f"{server.address}/{path}", charts).last_ms)


def _measure_reruns(page: Page, order: list[tuple[Server, str, str]], reruns: int) -> None:
    """Rerun in blocks: within one, each run waits for the clearing up of the run before, which belongs to its cost."""
    with ExitStack() as stack:
        visits = [(stack.enter_context(session(server, path)), side) for server, path, side in order]
        for visit, _ in visits:
            visit.run()
        time.sleep(_QUIET)
        for block in _blocks(reruns):
            for visit, side in visits:
                _rerun(visit, page, side, block)


def _rerun(visit: Session, page: Page, side: str, times: int) -> None:
    before = cpu_ms(visit.server.process_id)
    for _ in range(times):
        _add(page.pair(RERUN), side, visit.run().elapsed_ms)
    time.sleep(_QUIET)
    after = cpu_ms(visit.server.process_id)
    if before is not None and after is not None:
        _add(page.pair(_CPU), side, (after - before) / times)


def _blocks(reruns: int) -> Iterator[int]:
    while reruns > 0:
        yield min(_BLOCK, reruns)
        reruns -= _BLOCK


def _add(pair: Pair, side: str, value: float) -> None:
    (pair.ours if side == "ours" else pair.bare).append(value)
