"""The figures as a plain table."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from statistics import median
from textwrap import wrap

from benchmarks.goals import GOALS, GOALS_OF_FILES, GOALS_OF_NATION, Goal, Measured
from benchmarks.nation import Nation, PageOfNation
from benchmarks.pages import Page
from benchmarks.pairs import Pair

_ABOUT = """Speed beside something plain, measured in turns in one run. Median (lowest–highest); ratio = ours ÷ plain.
Only the ratio says something about the program: below 1.00 ours is quicker. Milliseconds unless said otherwise."""
_GOAL = "  {words:<52} {most:>8} {value:>10}  {page}"
_ROW = "  {what:<30} {ours:>24} {bare:>24} {ratio:>7}"


def report(starting: Sequence[Pair], pages: Sequence[Page]) -> str:
    """Return the whole report."""
    return "\n".join(_lines(starting, pages))


def report_of_nation(nation: Nation) -> str:
    """Return what a nation costs beside one agency: facts, ratios, and the queries of each page."""
    return "\n".join(_nation_lines(nation))


def _nation_lines(nation: Nation) -> Iterator[str]:
    pairs = [nation.imported, *(pair for page in nation.pages for pair in page.figures)]
    yield from _table("a nation beside one agency", "plain", pairs)
    yield from _wrapped("plain: " + "; ".join(dict.fromkeys(pair.beside for pair in pairs)))
    yield from (f"  {fact}" for fact in nation.facts)
    yield ""
    yield "queries of each page, ms of processor in all: with a nation, with one agency, ratio; the three slowest"
    yield from map(_asked, nation.pages)
    yield ""
    yield from _goals(GOALS_OF_NATION, nation.pages, _path)


def _asked(page: PageOfNation) -> str:
    slowest = ", ".join(f"{each.question} {each.cpu_ms:.1f}" for each in page.asked[:3])
    ratio = f"{page.query_ms / page.query_ms_beside:.2f}" if page.query_ms_beside else "–"
    return f"  /{page.path:<12} {page.query_ms:>8.1f} {page.query_ms_beside:>8.1f} {ratio:>6}  {slowest}".rstrip()


def _lines(starting: Sequence[Pair], pages: Sequence[Page]) -> Iterator[str]:
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "duckdb", "plotly", "pandas"))
    yield _ABOUT
    yield f"{os.cpu_count()} processor cores{_load()}, Python {platform.python_version()}, {packages}"
    yield from _table("before the first page", "plain", starting)
    yield from _wrapped("plain: " + "; ".join(dict.fromkeys(pair.beside for pair in starting if pair.beside)))
    for page in pages:
        yield from _table(f"page /{page.path}", "bare page", list(page.figures.values()))
        yield from _wrapped(f"on both pages: {_counted(page)}")
    yield ""
    yield from _goals(GOALS, pages, _path)
    yield from _goals(GOALS_OF_FILES, starting, lambda pair: pair.what.split(",")[0], of="file")


def _load() -> str:
    """Return how busy the machine was: above the number of cores, the times are those of a crowd."""
    return f" (load {os.getloadavg()[1]:.1f} in the last 5 minutes)" if hasattr(os, "getloadavg") else ""


def _table(title: str, beside: str, pairs: Sequence[Pair]) -> Iterator[str]:
    yield ""
    yield _ROW.format(what=title, ours="ours", bare=beside, ratio="ratio")
    for pair in pairs:
        ratio = pair.ratio
        words = pair.what if pair.unit == "ms" else f"{pair.what}, {pair.unit}"
        shown = "–" if ratio is None else f"{ratio:.2f}"
        yield _ROW.format(what=words, ours=_spread(pair.ours), bare=_spread(pair.bare), ratio=shown)


def _goals(
    goals: Sequence[Goal[Measured]], measured: Sequence[Measured], named: Callable[[Measured], str], of: str = "page"
) -> Iterator[str]:
    yield _GOAL.format(words="goals", most="at most", value="worst", page=of)
    for goal in goals:
        worst = goal.worst(measured)
        value, where = (f"{worst[0]:,.2f}", named(worst[1])) if worst else ("–", "")
        missed = " missed" if worst and worst[0] > goal.most else ""
        yield _GOAL.format(words=goal.words, most=f"{goal.most:,.2f}", value=value, page=f"{where}{missed}").rstrip()


def _path(page: Page | PageOfNation) -> str:
    return f"/{page.path}"


def _wrapped(words: str) -> list[str]:
    return wrap(words, width=92, initial_indent="  ", subsequent_indent="  ")


def _spread(samples: Sequence[float]) -> str:
    if not samples:
        return "–"
    return f"{median(samples):,.0f} ({min(samples):,.0f}–{max(samples):,.0f})"


def _counted(page: Page) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in page.elements.items())
