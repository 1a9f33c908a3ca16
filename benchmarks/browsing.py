"""A visitor with a browser: when words, charts and the last element of a page are to be seen, and what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tools import chromium

_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
_PATIENCE_MS = 60_000
# Looks every 10 ms, by the browser's own clock, which begins with the visit. Words count as told with the last piece of
# text or table that comes in; a chart is there when it is drawn.
_WATCH = """
window.seen = {told: 0};
let pieces = 0;
const texts = ['stHtml', 'stMarkdown', 'stTable', 'stDataFrame', 'stText'].map(name => `[data-testid=${name}]`).join();
const look = () => {
  const now = performance.now();
  const main = document.querySelector('[data-testid=stMain]');
  const app = document.querySelector('[data-testid=stApp]');
  const words = main && main.querySelector('h1');
  if (words && words.textContent.trim() && !seen.words) seen.words = now;
  const told = main ? main.querySelectorAll(texts).length : 0;
  if (told > pieces) { pieces = told; seen.told = now; }
  const charts = [...document.querySelectorAll('.js-plotly-plot')].filter(chart => chart.querySelector('.main-svg'));
  if (charts.length && !seen.chart) seen.chart = now;
  const isDone = app && app.dataset.testScriptState === 'notRunning' && charts.length >= CHARTS;
  if (seen.words && isDone) seen.last = now; else setTimeout(look, 10);
};
look();
"""


@dataclass(frozen=True)
class View:
    """What one visit took until each moment (None where a page has no chart), and how much was sent, as encoded."""

    words_ms: float
    told_ms: float
    chart_ms: float | None
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
    # What is still under way belongs to the first load as well.
    page.wait_for_load_state("networkidle", timeout=_PATIENCE_MS)
    return View(seen["words"], seen["told"], seen.get("chart"), seen["last"], sum(sizes))


def _frame_size(frame: dict[str, Any]) -> int:
    size = len(frame["payloadData"])
    return size * 3 // 4 if frame["opcode"] == 2 else size
