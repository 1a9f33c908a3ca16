"""Whatever analysts do, the history read from the start gives the links of now, and backwards those of the document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.store.database import MEMORY, broken_rows, connect, transaction
from ita_analysis.store.links import SeenLink, remove_link, set_link
from ita_analysis.store.reference import load_reference
from tests.store.invented import agency, measure, report, store
from tests.store.linked import Links, history, links_of, number_of

INDICATORS = (6, 7, 11)  # the last one the year does not have
STALE = SeenLink("wording", "ไม่เคยมี")
REASONS = st.sampled_from(["ก", "ข", "ค", " ก ", " "]) | st.text(max_size=8)
STEPS = st.lists(
    st.tuples(st.sampled_from(["set", "remove"]), st.sampled_from(INDICATORS), REASONS, st.booleans()), max_size=12
)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_the_history_explains_every_link(
    in_memory: duckdb.DuckDBPyConnection, steps: list[tuple[str, int, str, bool]]
) -> None:
    code = store(in_memory, report(agency(next(NUMBERS)), measures=[measure(answers=[6])])).agency_code
    number = number_of(in_memory, code)
    first, kept = links_of(in_memory, number), 0
    for action, indicator_no, reason, is_stale in steps:
        stored = links_of(in_memory, number)
        seen = STALE if is_stale else stored.get((number, indicator_no))
        change = set_link if action == "set" else remove_link
        try:
            change(in_memory, number, indicator_no, reason, seen=seen, who=DESK)
        except StoreError:
            assert links_of(in_memory, number) == stored, "a refused change was kept"
        else:
            assert not is_stale
            kept += links_of(in_memory, number) != stored
    told = history(in_memory, code)
    assert len(told) == kept, "a change without a row of history, or a row without a change"
    assert _replayed(first, number, told) == links_of(in_memory, number)
    assert broken_rows(in_memory) == {}


def _replayed(links: Links, number: int, told: list[tuple[object, ...]]) -> Links:
    """Return the links after the changes of a history, each of which has to find what it says was there before."""
    links = dict(links)
    for indicator_no, action, before, reason in told:
        pair = (number, int(str(indicator_no)))
        assert links.pop(pair, None) == before
        assert (action == "added") == (before is None)
        if action != "removed":
            links[pair] = SeenLink("analyst", str(reason))
    return links
