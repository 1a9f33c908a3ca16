"""Results that are missing although their round has ended: whom they are asked of, and which weakness stands first."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from ita_analysis.sentences.late_results import most_pressing_first, requests
from ita_analysis.sentences.parts import Request
from ita_analysis.texts import say, say_some
from tests.sentences.tables import board, links, measures, rounds

TODAY = date(2021, 10, 1)  # the day after the round of twelve months has ended


def _state(measure: int, months: int, results: int = 0, state: str = "open") -> dict[str, object]:
    about = {"measure_id": measure, "measure_no": measure, "round_months": months}
    return {**about, "result_count": results, "round_state": state}


def _rounds(*states: dict[str, object]) -> pd.DataFrame:
    return rounds(*states)  # type: ignore[arg-type] # a state of a round is a word


def _asked(shown: pd.DataFrame, *owners: str | None, today: date = TODAY) -> list[Request]:
    return list(requests(shown, measures(*owners), today))


def test_rounds_that_lack_the_same_result_are_one_request_and_lead_to_the_first() -> None:
    shown = _rounds(_state(1, 9, 1), _state(2, 9), _state(1, 12, 1), _state(2, 12), _state(3, 12, 1))
    (asked,) = _asked(shown, "กองช่าง", "กองคลัง", "สำนักปลัด")
    assert asked.title == say("executive.request.lacking.title", months="9 และ 12")
    assert asked.why == f"{say_some('executive.request.lacking.why', 1, total=3)} · กองคลัง"
    assert asked.filters == (("round", "9"),)


@pytest.mark.parametrize(
    ("owners", "named"), [(("ก", "ข", "ข"), " · ข"), (("ก", "ข", "ค"), ""), (("ก", "ข", None), "")]
)
def test_the_unit_is_named_where_it_is_the_only_one(owners: tuple[str | None, ...], named: str) -> None:
    (asked,) = _asked(_rounds(_state(1, 6, 1), _state(2, 6), _state(3, 6)), *owners)
    assert asked.why == say_some("executive.request.lacking.why", 2, total=3) + named


def test_a_round_without_any_result_is_asked_for_as_a_whole_and_before_the_others() -> None:
    shown = _rounds(_state(1, 6, 1), _state(2, 6), _state(1, 12), _state(2, 12))
    whole, partly = _asked(shown, "ก", "ข")
    assert (whole.title, whole.filters) == (say("executive.request.round.title", months=12), (("round", "12"),))
    assert partly.title == say("executive.request.lacking.title", months="6")


def test_nothing_is_late_on_the_last_day() -> None:
    shown = _rounds(_state(1, 12, 1), _state(2, 12))
    assert _asked(shown, "ก", "ข", today=date(2021, 9, 30)) == []
    assert len(_asked(shown, "ก", "ข")) == 1


@pytest.mark.parametrize("results", [0, 1])
@pytest.mark.parametrize(("state", "count"), [("open", 1), ("submitted", 1), ("approved", 0)])
def test_nobody_is_asked_for_what_an_approved_round_lacks(state: str, count: int, results: int) -> None:
    shown = _rounds(_state(1, 6, results, state), _state(2, 6, 0, state))
    assert len(_asked(shown, "ก", "ข")) == count


def _order(weak: dict[int, int], shown: pd.DataFrame, *pairs: tuple[int, int]) -> list[int]:
    return list(most_pressing_first(board(weak), links(*pairs), shown, TODAY)["indicator_no"])


def test_weaknesses_without_a_measure_stand_first_and_those_without_a_result_after_them() -> None:
    shown = _rounds(_state(1, 6, 1), _state(2, 6), _state(3, 6, 1))
    assert _order({2: 1, 4: 0, 7: 1, 9: 1}, shown, (1, 2), (3, 7), (2, 9)) == [4, 9, 2, 7]


def test_a_weakness_of_which_one_measure_reported_is_not_without_a_result() -> None:
    shown = _rounds(_state(1, 6, 1), _state(2, 6), _state(3, 6))
    assert _order({2: 1, 7: 2}, shown, (1, 2), (1, 7), (2, 7)) == [2, 7]
    assert _order({2: 1, 7: 2}, shown, (1, 2), (2, 7), (3, 7)) == [7, 2]


def test_a_weakness_whose_round_goes_on_is_not_late() -> None:
    shown = _rounds(_state(1, 6, 1), _state(2, 12))
    in_summer = most_pressing_first(board({2: 1, 7: 1}), links((1, 2), (2, 7)), shown, date(2021, 6, 1))
    assert list(in_summer["indicator_no"]) == [2, 7]


def test_without_links_and_rounds_the_order_is_that_of_the_indicators() -> None:
    assert _order({7: 1, 2: 1}, _rounds(_state(1, 6))) == [2, 7]
