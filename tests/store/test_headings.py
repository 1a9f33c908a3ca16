"""What a reader told of a heading is remembered, changed, and forgotten."""

from __future__ import annotations

import duckdb

from ita_analysis.people import DESK
from ita_analysis.store.headings import heading_choices, remember
from tests.store.files import rows


def test_choices_are_kept_changed_and_forgotten(empty: duckdb.DuckDBPyConnection) -> None:
    assert heading_choices(empty) == {}
    remember(empty, {"ความดี": "indicator:1", "สี": "none"}, who=DESK)
    assert heading_choices(empty) == {"ความดี": "indicator:1", "สี": "none"}
    remember(empty, {"ความดี": "item:O42"}, who=DESK)
    assert heading_choices(empty)["ความดี"] == "item:O42"
    remember(empty, {"ความดี": None, "ไม่เคยมี": None}, who=DESK)
    assert heading_choices(empty) == {"สี": "none"}


def test_a_choice_says_when_it_was_made(empty: duckdb.DuckDBPyConnection) -> None:
    remember(empty, {"'; drop table score; --": "total"}, who=DESK)
    ((name, is_dated),) = rows(empty, "select heading_key, chosen_at is not null from heading_choice")
    assert (name, is_dated) == ("'; drop table score; --", True)


def test_nothing_to_remember_is_no_error(empty: duckdb.DuckDBPyConnection) -> None:
    remember(empty, {}, who=DESK)
    assert heading_choices(empty) == {}
