"""Requests lead to pages that are there, which know their filters and have the place they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ita_analysis.sentences import late_results
from ita_analysis.sentences.executive import requests
from ita_analysis.sentences.parts import Request
from ita_analysis.store.building import ready
from ita_analysis.ui.frame import PAGES
from tests.sentences.tables import board, findings, measures, rounds
from tests.ui.screen import visit


def asked() -> Iterator[Request]:
    """Yield a request of every kind: for one hole and many, for findings, for rounds that lack all results or some."""
    nothing, some = ({"round_months": 6}, {"round_months": 12}), {"round_months": 6, "result_count": 1}
    of_rounds = rounds(*nothing), rounds(some, *nothing)
    for holes, shown in zip(([8], [7, 8]), of_rounds, strict=True):
        found = findings("date_outside_round", "missing_approver")
        late = late_results.requests(shown, measures(), date(2022, 1, 1))
        yield from requests(board(dict.fromkeys(holes, 0)), late, found)


def test_every_kind_of_request_is_looked_at() -> None:
    assert {each.page for each in asked()} == {"coverage", "completeness", "entry"}
    assert {bool(each.filters) for each in asked()} == {True, False}


@pytest.mark.parametrize("request_made", [*asked()], ids=lambda each: f"{each.page}-{dict(each.filters)}")
def test_a_request_leads_to_a_page_that_takes_what_it_is_given(request_made: Request, shipped_file: Path) -> None:
    ready(shipped_file)
    assert request_made.page in PAGES
    assert request_made.title
    assert request_made.button
    page = visit(request_made.page, **dict(request_made.filters))
    assert page.problems == []
    chosen = {str(box.key).removeprefix("choose_"): box.value for box in page.at.selectbox}
    assert dict(request_made.filters).items() <= chosen.items(), "the page does not know the filter"
    if request_made.place:
        assert request_made.place in {each.attributes.get("id") for each in page.elements()}
