"""The figures as a plain table."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from statistics import median
from textwrap import wrap

from benchmarks.pages import Page
from benchmarks.pairs import Pair

_ABOUT = """Speed beside something plain, measured in turns in one run. Median (lowest–highest); ratio = ours ÷ plain.
Only the ratio says something about the program: below 1.00 ours is quicker. Milliseconds unless said otherwise."""
_ROW = "  {what:<30} {ours:>24} {bare:>24} {ratio:>7}"


def report(starting: Sequence[Pair], pages: Sequence[Page]) -> str:
    """Return the whole report."""
    return "\n".join(_lines(starting, pages))


def _lines(starting: Sequence[Pair], pages: Sequence[Page]) -> Iterator[str]:
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "duckdb", "plotly", "pandas"))
    yield _ABOUT
    yield f"{os.cpu_count()} processor cores{_load()}, Python {platform.python_version()}, {packages}"
    yield from _table("before the first page", "plain", starting)
    yield from _wrapped("plain: " + "; ".join(dict.fromkeys(pair.beside for pair in starting)))
    for page in pages:
        yield from _table(f"page /{page.path}", "bare page", list(page.figures.values()))
        yield from _wrapped(f"on both pages: {_counted(page)}")


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


def _wrapped(words: str) -> list[str]:
    return wrap(words, width=92, initial_indent="  ", subsequent_indent="  ")


def _spread(samples: Sequence[float]) -> str:
    if not samples:
        return "–"
    return f"{median(samples):,.0f} ({min(samples):,.0f}–{max(samples):,.0f})"


def _counted(page: Page) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in page.elements.items())
