"""Which indicators are weak: by the word of the report, by the score, by both; a missing score is neither."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import default_rule, weakness_rule
from ita_analysis.sentences.weak import (
    begun,
    carried_note,
    carried_years,
    is_none_weak,
    judged,
    kind_of,
    kind_words,
    uncovered,
    weak_rows,
    weak_words,
)
from ita_analysis.texts import say
from tests.sentences.tables import RULE, board, indicators

SCORED = {1: 74.99, 2: 75.0, 3: 84.99, 4: 85.0, 5: 94.99, 6: 95.0, 7: 100.0, 8: 0.0}
scores = st.dictionaries(st.integers(1, 10), st.integers(0, 10000).map(lambda points: points / 100))
named = st.dictionaries(st.integers(1, 10), st.integers(0, 3))


def numbers(table: pd.DataFrame) -> list[int]:
    return [int(no) for no in table["indicator_no"]]


def test_the_status_of_each_score_at_the_limits_of_the_rule() -> None:
    statuses = list(board(scores=SCORED)["status"])
    limits = ["urgent", "develop", "develop", "good", "good", "strength", "strength", "urgent"]
    assert statuses == [*limits, "no_data", "no_data"]


def test_weak_are_those_that_are_named_and_those_that_score_low() -> None:
    shown = board(weak={7: 1, 9: 0}, scores=SCORED)
    assert numbers(weak_rows(shown)) == [1, 2, 3, 7, 8, 9]
    assert numbers(uncovered(shown)) == [1, 2, 3, 8, 9]


def test_named_without_a_low_score_and_low_without_being_named_are_both_weak() -> None:
    shown = board(weak={7: 1}, scores={7: 99.0, 8: 10.0, 9: 99.0})
    assert numbers(weak_rows(shown)) == [7, 8]


@pytest.mark.parametrize(("weak", "expected"), [({}, []), ({4: 2}, [4]), ({7: 0, 8: 0, 10: 1}, [7, 8, 10])])
def test_without_scores_only_the_word_of_the_report_counts(weak: dict[int, int], expected: list[int]) -> None:
    shown = board(weak=weak)
    assert numbers(weak_rows(shown)) == expected
    assert set(shown["status"]) == {"no_data"}
    assert not shown["is_lowest"].any()


def test_the_lowest_are_three_and_all_that_tie_with_the_third() -> None:
    assert numbers(board(scores={1: 99.0, 2: 98.0, 3: 97.0, 4: 96.0}).query("is_lowest")) == [2, 3, 4]
    assert numbers(board(scores={1: 99.0, 2: 98.0, 3: 97.0, 4: 97.0, 5: 97.0}).query("is_lowest")) == [3, 4, 5]
    assert numbers(board(scores={1: 99.0, 2: 97.0, 3: 96.0, 4: 97.0, 5: 97.0}).query("is_lowest")) == [2, 3, 4, 5]
    assert numbers(board(scores={4: 99.0}).query("is_lowest")) == [4]


def test_without_a_rule_no_score_is_judged_and_the_word_still_counts() -> None:
    shown = board(weak={7: 1}, scores={8: 1.0}, rule=None)
    assert set(shown["status"]) == {"no_data"}
    assert numbers(weak_rows(shown)) == [7]
    assert numbers(shown[shown["is_lowest"]]) == [8]


def test_no_indicator_at_all_is_judged_too() -> None:
    shown = judged(indicators().iloc[:0], RULE)
    assert weak_rows(shown).empty
    assert uncovered(shown).empty
    assert {"status", "is_lowest", "is_weak"} <= set(shown.columns)


def test_rows_of_any_index_are_judged_by_their_own_score() -> None:
    shown = judged(indicators(scores=SCORED).iloc[3:].iloc[::-1], RULE)
    assert dict(zip(shown["indicator_no"], shown["status"], strict=True))[8] == "urgent"
    assert numbers(weak_rows(shown)) == [8]


@given(named, scores)
def test_what_holds_of_any_year(weak: dict[int, int], known: dict[int, float]) -> None:
    before = indicators(weak, known)
    kept = before.copy()
    shown = judged(before, RULE)
    pd.testing.assert_frame_equal(before, kept)
    low = {no for no, score in known.items() if score < 85}
    assert set(numbers(weak_rows(shown))) == set(weak) | low
    assert set(numbers(shown[shown["status"] == "no_data"])) == set(range(1, 11)) - set(known)
    assert shown["is_weak"].dtype == shown["is_lowest"].dtype == bool
    assert set(numbers(uncovered(shown))) == {no for no in set(weak) | low if not weak.get(no)}


def next_year(*went_on: int, is_begun: bool = True) -> pd.DataFrame:
    """Return the indicators of a year that says nothing itself; of some of them measures were taken over."""
    found = indicators()
    took_over = found["indicator_no"].isin(went_on)
    return judged(found.assign(report_id=None, is_begun=is_begun, went_on=took_over), RULE)


def test_a_year_begun_starts_from_the_uncovered_and_from_those_whose_measures_go_on() -> None:
    before = board(weak={3: 1, 6: 2, 8: 0}, scores={9: 10.0, 1: 99.0})
    shown = begun(next_year(6, 7), before, 2564)
    assert numbers(weak_rows(shown)) == [6, 8, 9], "3 was left behind with its measure, 7 was never weak"
    assert dict(zip(shown["indicator_no"], map(kind_of, rows_of(shown)), strict=True)) == {
        **dict.fromkeys(range(1, 11)), 6: "develop", 8: "develop", 9: "urgent",
    }  # fmt: skip
    by_number = {row.indicator_no: row for row in rows_of(shown)}
    assert kind_words(by_number[9]) == say("weak.carried", kind=say("weakness.urgent"), year=2564)
    assert weak_words(by_number[8]) == say("weak.yes_carried", year=2564)
    assert weak_words(by_number[3]) == say("export.no")
    assert carried_years(shown) == [2564]
    assert [*carried_note(shown)] == [say("weak.carried_note", year=2564)]
    assert set(shown["status"]) == {"no_data"}, "no score is carried"
    assert not is_none_weak(shown)


def test_a_year_begun_upon_a_year_begun_keeps_the_year_that_said_it() -> None:
    first = begun(next_year(6), board(weak={6: 1, 8: 0}), 2564)
    second = begun(next_year(), first, 2565)
    assert numbers(weak_rows(second)) == [6, 8], "in the year between neither has a measure"
    assert carried_years(second) == [2564]


def test_a_year_that_says_something_itself_carries_nothing() -> None:
    own = next_year(6, is_begun=False)
    pd.testing.assert_frame_equal(begun(own, board(weak={8: 0}), 2564), own)
    assert [*carried_note(board(weak={8: 0}))] == []


def test_after_a_year_without_weak_indicators_a_year_begins_without() -> None:
    shown = begun(next_year(), board(), 2564)
    assert weak_rows(shown).empty
    assert carried_years(shown) == []


@pytest.mark.parametrize("year", framework.fiscal_years())
def test_the_rule_of_a_year_is_its_own(year: int) -> None:
    assert default_rule(year) == weakness_rule(framework.load(year))


def test_a_year_without_a_rule_is_judged_by_the_nearest_that_has_one() -> None:
    known = framework.fiscal_years()
    assert default_rule(min(known) - 3) == default_rule(min(known))
    assert default_rule(max(known) + 3) == default_rule(max(known))
