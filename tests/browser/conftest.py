"""A browser, visitors who notice trouble, and servers: one shared, others new for one test.

The scope is the package: Playwright keeps an event loop in this thread, which other tests must not meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .screen import visit
from .servers import Server, load_demo, running
from .visitors import Visitors, chromium


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all walks."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def all_visitors(browser: Browser) -> Iterator[Visitors]:
    """The visitors of all walks, who share the browser's cache."""
    made = Visitors(browser)
    yield made
    made.go()


@pytest.fixture
def visitors(all_visitors: Visitors) -> Iterator[Visitors]:
    """The visitors of one walk; at its end nothing may have gone wrong in the browser or been asked outside."""
    yield all_visitors
    assert all_visitors.leave() == []


@pytest.fixture
def page(visitors: Visitors) -> Page:
    """A page on the laptop, in light mode."""
    return visitors.page()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory, all_visitors: Visitors) -> Iterator[Server]:
    """The app with the shipped record, visited once already; for walks that store nothing."""
    with running(tmp_path_factory.mktemp("server")) as started:
        visit(all_visitors.page(), started)
        assert all_visitors.leave() == []
        yield started


@pytest.fixture(scope="package")
def demo_server(tmp_path_factory: pytest.TempPathFactory, all_visitors: Visitors) -> Iterator[Server]:
    """The app with the shipped record and the demo agency; for walks that store nothing."""
    folder = tmp_path_factory.mktemp("demo")
    load_demo(folder)
    with running(folder) as started:
        visit(all_visitors.page(), started)
        assert all_visitors.leave() == []
        yield started


@pytest.fixture(scope="package")
def storing_server(tmp_path_factory: pytest.TempPathFactory, all_visitors: Visitors) -> Iterator[Server]:
    """The app with the shipped record, visited once already; for walks that add to it."""
    with running(tmp_path_factory.mktemp("storing")) as started:
        visit(all_visitors.page(), started)
        assert all_visitors.leave() == []
        yield started


@pytest.fixture
def cold_server(tmp_path: Path, all_visitors: Visitors) -> Iterator[Server]:
    """The app with the shipped record, never visited before this walk."""
    with running(tmp_path) as started:
        yield started
        all_visitors.close()


@pytest.fixture
def plain_server(tmp_path: Path, all_visitors: Visitors) -> Iterator[Server]:
    """The app as `streamlit run app.py` starts it, never visited before this walk."""
    with running(tmp_path, is_plain=True) as started:
        yield started
        all_visitors.close()


@pytest.fixture(scope="package")
def still_empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with an empty database; for walks that store nothing."""
    with running(tmp_path_factory.mktemp("empty"), start="empty") as started:
        yield started


@pytest.fixture
def empty_server(tmp_path: Path, all_visitors: Visitors) -> Iterator[Server]:
    """The app with an empty database, for one walk that stores."""
    with running(tmp_path, start="empty") as started:
        yield started
        all_visitors.close()
