"""What is done once before the first visitor comes, so that nobody waits for it."""

from __future__ import annotations

import atexit
import gc
import inspect
import pkgutil
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import keep_of_the_day
from ita_analysis.texts import explain
from ita_analysis.ui import rendering
from ita_analysis.ui.bundles import compress_needed

# Packages whose every module a page may need.
_FOR_GOOD = ("ui.screens", "ui.exported", "figures")
_FIRST_LOOK, _LOOK_AGAIN = 60, 3600  # seconds until the first look at the calendar, and between two


@asynccontextmanager
async def awake(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Load what the first visitor would wait for, and build the database where there is none."""
    # A folder named pages/ makes Streamlit think of its old router until the first visit has run our menu; a first
    # visitor on a deep link would see "Page not found" over the right page.
    PagesManager.uses_pages_directory = False
    threading.Thread(target=compress_needed, daemon=True).start()
    _load()
    try:
        ready(paths.database())
    except ItaError as error:  # the page says it too
        print(explain(error), file=sys.stderr)  # noqa: T201
    ended = threading.Event()
    threading.Thread(target=_keep_daily, args=(paths.database(), ended), daemon=True).start()
    _answer_at_once()
    # Streamlit collects garbage after every run; what is loaded for good is taken out of its way.
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else the process complains of leaks when it ends
    yield {}
    ended.set()


def _keep_daily(file: Path, ended: threading.Event) -> None:
    """Make the backup of each day until the program ends; the first visitor comes first."""
    pause = _FIRST_LOOK
    while not ended.wait(pause):
        try:
            keep_of_the_day(file)
        except ItaError as error:
            print(explain(error), file=sys.stderr)  # noqa: T201
        pause = _LOOK_AGAIN


def _load() -> None:
    for name in _FOR_GOOD:
        package = import_module(f"ita_analysis.{name}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    import_module("streamlit.elements.lib.image_utils")  # for the page's icon
    import_module("PIL.Image").init()
    inspect.stack()  # fills the cache behind Streamlit's question whether it runs in a console
    rendering.warm()
    figure = {"data": [{"type": "scatter"}, {"type": "bar"}], "layout": {"shapes": [{}], "annotations": [{}]}}
    import_module("plotly.graph_objects").Figure(figure).to_json()


def _answer_at_once() -> None:
    """Send small answers without waiting for more to send.

    Streamlit makes its socket in a way that asyncio does not know for TCP, and so leaves Nagle's delay of some 40 ms in
    every rerun; connections inherit the option from the socket that listens.
    """
    for each in gc.get_objects():
        if isinstance(each, socket.socket) and each.fileno() >= 0 and _listens(each):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(each: socket.socket) -> bool:
    try:
        is_tcp = each.family in {socket.AF_INET, socket.AF_INET6} and each.type == socket.SOCK_STREAM
        return is_tcp and bool(each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    except OSError:
        return False
