"""The year before stands beside a year only where the rules of both are the same; else it is said what differs."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis.sentences.before import signed, why_apart, with_before
from ita_analysis.texts import say
from tests.sentences.tables import NONE, indicators

BEFORE = pd.DataFrame({"indicator_no": [1, 2, 4], "score": [70.0, 80.0, 60.0], "source": "sheet"})
SCORES = {1: 82.5, 2: 76.7, 3: 50.0}


def test_a_change_is_that_of_both_years_scores() -> None:
    found = with_before(indicators(scores=SCORES), BEFORE, 2564).set_index("indicator_no")
    assert [found.loc[no, "change_words"] for no in (1, 2, 3, 4)] == ["+12.50", "−3.30", "", ""]
    assert found.loc[4, "before"] == 60.0, "a score of the year before stands though the assessed year has none"
    assert found["before"].notna().sum() == 3


def test_years_under_other_rules_are_not_joined_and_the_reason_is_said() -> None:
    found = with_before(indicators(scores=SCORES), BEFORE, 2566)
    assert found[["before", "change"]].isna().all().all()
    said = why_apart(2566)
    assert all(say(f"trend.change.{each}") in said for each in ("bands", "parts"))
    assert "2565" in said


def test_a_year_without_rules_of_its_own_is_not_compared() -> None:
    assert why_apart(2562) == say("weaknesses.apart", before=2561, reasons=say("trend.change.model"))
    assert why_apart(2564) == ""


@pytest.mark.parametrize(("change", "words"), [(12.5, "+12.50"), (-3.3, "−3.30"), (0.0, "0.00"), (NONE, "")])
def test_a_change_has_its_sign(change: float, words: str) -> None:
    assert signed(change) == words
