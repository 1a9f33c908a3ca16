"""The rule that holds: the readers' latest, else the default; said with whose it is, why and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from ita_analysis.queries.rules import RULE_CHANGES_COLUMNS
from ita_analysis.scoring import WeaknessRule, default_rule
from ita_analysis.sentences.weak import StatedRule, judged, stated_rule
from ita_analysis.sentences.weaknesses import beside, in_order, limits_in_words, note, rule_account, rule_line
from ita_analysis.texts import say
from tests.sentences.tables import board, indicators

OWN = WeaknessRule(Decimal(60), Decimal("70.50"), Decimal(80))
LIMITS = ("60.00", "70.50", "80.00")


def _changes(*limits: tuple[str | None, ...]) -> pd.DataFrame:
    """Return changes, the newest first."""
    when = pd.Timestamp("2024-01-03 10:00")
    rows = [(len(limits) - no, *each, f"เหตุผลที่ {no}", when) for no, each in enumerate(limits)]
    return pd.DataFrame(rows, columns=[*RULE_CHANGES_COLUMNS])


def test_the_latest_change_holds() -> None:
    assert stated_rule(_changes(LIMITS, (None,) * 3), 2564) == StatedRule(
        OWN, is_own=True, change_id=2, reason="เหตุผลที่ 0", changed_on=date(2024, 1, 3)
    )


def test_the_default_holds_before_any_change_and_where_it_was_put_back() -> None:
    assert stated_rule(_changes(), 2564) == StatedRule(default_rule(2564))
    back = stated_rule(_changes((None,) * 3, LIMITS), 2564)
    assert (back.rule, back.is_own, back.change_id) == (default_rule(2564), False, 2)


def test_the_page_says_whose_rule_it_is() -> None:
    stated = stated_rule(_changes(LIMITS), 2564)
    about = {"reason": "เหตุผลที่ 0", "date": "3 มกราคม 2567"}
    assert rule_account(stated) == say("weaknesses.rule_own", rule=rule_line(OWN), **about)
    default = rule_line(default_rule(2564))
    assert rule_account(StatedRule(default_rule(2564))) == say("weaknesses.rule_default", rule=default)
    back = replace(stated, rule=default_rule(2564), is_own=False)
    assert rule_account(back) == say("weaknesses.rule_back", rule=default, **about)
    assert limits_in_words(OWN) == ("60", "70.5", "80")


def test_another_rule_gives_another_status() -> None:
    scores = {1: 59.99, 2: 70.49, 3: 79.99, 4: 80.0}
    found = judged(indicators(scores=scores), OWN).set_index("indicator_no")["status"]
    assert [found[no] for no in range(1, 6)] == ["urgent", "develop", "good", "strength", "no_data"]


@pytest.mark.parametrize(
    ("weak", "scores", "has_report", "code"),
    [
        ({1: 0}, {1: 50.0}, True, "agreed"),
        ({1: 0}, {1: 90.0}, True, "not_low"),
        ({1: 0}, {}, True, "no_score"),
        ({}, {1: 50.0}, True, "not_named"),
        ({}, {1: 50.0}, False, ""),
        ({}, {1: 90.0}, True, ""),
        ({}, {}, True, ""),
    ],
)
def test_the_report_s_word_and_the_score_are_held_beside_each_other(
    weak: dict[int, int], scores: dict[int, float], has_report: bool, code: str
) -> None:
    shown = board(weak, scores)
    row = next((shown if has_report else shown.assign(report_id=pd.NA)).itertuples())
    assert beside(row) == code
    words = [say("weaknesses.note.lowest")] if scores else []
    assert note(row) == " · ".join([*words, say(f"weaknesses.note.{code}")] if code else words)


def test_the_weakest_stand_first_and_those_without_a_score_last() -> None:
    shown = board(scores={3: 50.0, 7: 10.0, 9: 50.0})
    assert list(in_order(shown, None)["indicator_no"]) == [7, 3, 9, 1, 2, 4, 5, 6, 8, 10]
    assert list(in_order(shown.iloc[::-1], "number")["indicator_no"]) == list(range(1, 11))
