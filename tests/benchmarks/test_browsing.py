"""What a browser reports of a visit: each moment where it belongs, and how much was really sent."""

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browsing import View, browser, view
from benchmarks.servers import bare_server

_WORDS = 'import streamlit as st\n\nst.html("<h1>words</h1>")\n'
# The last words come some seconds after the chart: a page as it should not be.
_HELD_UP = """import time

import plotly.graph_objects as go
import streamlit as st

st.html("<h1>words</h1>")
st.plotly_chart(go.Figure(go.Bar(x=[1], y=[1])))
time.sleep(SECONDS)
st.html("<p>the rest</p>")
"""
_PLOTLY = 4_000_000


def visited(script: str, chart_count: int, folder: Path) -> View:
    """Serve a script as Streamlit does and return what a first visitor sees of it."""
    file = folder / "page.py"
    file.write_text(script, encoding="utf-8")
    with bare_server(file, folder) as server, browser() as started:
        assert isinstance(started, Browser)
        return view(started, server.address, chart_count)


def test_words_that_wait_for_a_chart_are_seen_to_wait(tmp_path: Path) -> None:
    seen = visited(_HELD_UP.replace("SECONDS", "8"), 1, tmp_path)
    assert seen.chart_ms is not None
    assert 0 < seen.words_ms <= seen.chart_ms < seen.told_ms <= seen.last_ms


def test_a_page_of_words_has_no_moment_of_a_chart_and_sends_none(tmp_path: Path) -> None:
    words = visited(_WORDS, 0, tmp_path)
    assert words.chart_ms is None
    assert 0 < words.told_ms <= words.last_ms
    chart = visited(_HELD_UP.replace("SECONDS", "0"), 1, tmp_path)
    assert chart.byte_count > words.byte_count + _PLOTLY > _PLOTLY
