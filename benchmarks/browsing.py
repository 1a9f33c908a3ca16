"""A visitor with a browser: when the first words and the last element of a page are to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tools import chromium

_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
_PATIENCE_MS = 60_000
# Looks every 10 ms, by the browser's own clock, which begins with the visit.
_WATCH = """
window.seen = {};
const look = () => {
  const app = document.querySelector('[data-testid=stApp]');
  const words = document.querySelector('[data-testid=stMain] h1');
  if (words && words.textContent.trim() && !seen.words) seen.words = performance.now();
  const charts = [...document.querySelectorAll('.js-plotly-plot')].filter(chart => chart.querySelector('.main-svg'));
  const isDone = app && app.dataset.testScriptState === 'notRunning' && charts.length >= CHARTS;
  if (seen.words && isDone) seen.last = performance.now(); else setTimeout(look, 10);
};
look();
"""


@dataclass(frozen=True)
class View:
    """What one visit took until the first words, until the last element, and how much was sent."""

    words_ms: float
    last_ms: float
    byte_count: int


@contextmanager
def browser() -> Iterator[Browser | None]:
    """Start a Chromium; None where none is installed."""
    path = chromium.find_installed()
    if path is None:
        yield None
        return
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield started
        started.close()


def view(started: Browser, address: str, chart_count: int) -> View:
    """Visit a page with nothing kept from earlier visits."""
    context = started.new_context(viewport={"width": 1366, "height": 768}, locale="th-TH")
    try:
        return _visit(context, address, chart_count)
    finally:
        context.close()


def _visit(context: BrowserContext, address: str, chart_count: int) -> View:
    page = context.new_page()
    sizes: list[int] = []
    wire = context.new_cdp_session(page)
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    wire.on("Network.webSocketFrameReceived", lambda event: sizes.append(_frame_size(event["response"])))
    wire.send("Network.enable")
    page.add_init_script(_WATCH.replace("CHARTS", str(chart_count)))
    page.goto(address, wait_until="commit", timeout=_PATIENCE_MS)
    page.wait_for_function("window.seen && window.seen.last", timeout=_PATIENCE_MS)
    seen = page.evaluate("window.seen")
    return View(float(seen["words"]), float(seen["last"]), sum(sizes))


def _frame_size(frame: dict[str, Any]) -> int:
    size = len(frame["payloadData"])
    return size * 3 // 4 if frame["opcode"] == 2 else size
