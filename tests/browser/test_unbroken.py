"""A text without a blank, as long as a field takes, holds nobody up who reads the year it stands in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.entries import LONGEST_TEXT
from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.progress import entry_of, save_entry
from tests.store.files import forget, rows

from .screen import headline, main, visit
from .servers import Server, running
from .visitors import Visitors

LETTERS = "ก" * LONGEST_TEXT
MOST_SECONDS = 20  # it took minutes; sentences of the same length take some five, on a busy machine more


@pytest.fixture
def long_server(tmp_path: Path, all_visitors: Visitors) -> Iterator[Server]:
    """The app with the shipped record, in which one result is a single word of the most letters."""
    file = tmp_path / "ita.duckdb"
    opened = ready(file)
    ((measure_id,),) = rows(opened, "select measure_id from measure where measure_no = 1")
    stored = entry_of(opened.cursor(), int(str(measure_id)), 6)
    assert stored
    save_entry(opened, int(str(measure_id)), 6, replace(stored, detail=LETTERS), seen=stored, who=DESK)
    forget(file)
    with running(tmp_path) as started:
        visit(all_visitors.page(), started)
        yield started
        all_visitors.close()


def test_a_word_of_a_hundred_thousand_letters_holds_no_page_up(long_server: Server, page: Page) -> None:
    page.set_default_timeout(200_000)
    took = {}
    for path in ("/measures?year=2564&measure=1", "/rounds?year=2564&round=6"):
        began = time.monotonic()
        visit(page, long_server, path)
        expect(headline(page)).to_be_visible()
        assert len(main(page).inner_text()) > LONGEST_TEXT
        took[path] = time.monotonic() - began
    assert max(took.values()) < MOST_SECONDS, took
