"""Items in words, and an indicator's arithmetic against one in plain fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.framework import Framework, load
from ita_analysis.queries.indicators import ITEMS_COLUMNS
from ita_analysis.scoring import rounded
from ita_analysis.sentences.drill import drill, sum_in_words
from ita_analysis.sentences.items import item_lines, spans, weakest
from ita_analysis.texts import say
from tests.sentences.tables import NONE, RULE

points = st.integers(0, 10000).map(lambda cents: cents / 100)


def _items(scores: dict[str, float], pack: Framework, indicator_no: int | None = None) -> pd.DataFrame:
    rows = [
        (
            item.indicator_no,
            item.code,
            item.sub_indicator,
            item.topic_th,
            item.confidence,
            scores.get(item.code, NONE),
            "",
        )
        for item in pack.items
        if indicator_no in {None, item.indicator_no}
    ]
    return pd.DataFrame(rows, columns=[*ITEMS_COLUMNS])


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], ""),
        (["O43"], "O43"),
        (["O34", "O35"], "O34–O35"),
        (["O34", "O35", "O36", "O38", "O41", "O42"], "O34–O36, O38, O41–O42"),
        (["i30", "e1", "e2"], "i30, e1–e2"),
        (["O1", "ก", "O2"], "O1, ก, O2"),
    ],
)
def test_neighbours_are_said_as_a_span(codes: list[str], said: str) -> None:
    assert spans(codes) == said


def test_a_sum_is_written_as_people_write_it() -> None:
    assert sum_in_words([Decimal("87.50"), Decimal("50.00")], Decimal("68.75")) == "(87.50 + 50.00) ÷ 2 = 68.75"
    assert sum_in_words([Decimal("87.50")], Decimal("87.50")) == "87.50 = 87.50"
    thirds = [Decimal("33.33"), Decimal("66.67"), Decimal("66.67")]
    assert sum_in_words(thirds, Decimal("55.55")).endswith("≈ 55.55"), "what does not add up as printed says so"


@pytest.mark.parametrize("year", [2563, 2566, 2567])
@settings(max_examples=15)
@given(data=st.data())
def test_the_printed_sum_is_that_of_a_slow_one(year: int, data: st.DataObject) -> None:
    pack = load(year)
    no = data.draw(st.integers(1, 10))
    scores = {item.code: data.draw(points) for item in pack.items_of(no)}
    told = drill(_items(scores, pack, no), None, pack, RULE, no)
    groups: dict[str, list[Fraction]] = {}
    for item in pack.items_of(no):
        groups.setdefault(item.sub_indicator or item.code, []).append(Fraction(str(scores[item.code])))
    means = [sum(each, Fraction(0)) / len(each) for each in groups.values()]
    result = rounded(sum(means, Fraction(0)) / len(means))
    assert told.arithmetic.endswith(f" {result:.2f}")
    assert all(f"{rounded(each):.2f}" in told.arithmetic for each in means)
    shown = [line.code for group in told.groups for line in (*group.losing, *group.rest)]
    assert sorted(shown) == sorted(scores), "every item stands once"


def test_points_are_what_lies_between_the_score_and_full_marks() -> None:
    pack = load(2564)
    lines = {line.code: line for line in item_lines(_items({"O42": 0.0, "O43": 100.0, "i1": 50.0}, pack), pack, RULE)}
    assert lines["O42"].points == Decimal("5.00")
    assert lines["O43"].points == 0
    assert lines["i1"].points == Decimal("0.50"), "30 ÷ 5 ÷ 6 ÷ 2"
    assert lines["O1"].points is None
    assert (lines["O42"].kind, lines["O43"].kind, lines["i1"].kind) == ("plan", "report", None)


def test_a_document_is_complete_or_not_and_a_survey_has_a_status() -> None:
    pack = load(2564)
    scores = {"O1": 99.99, "O2": 100.0, "i1": 74.99, "i2": 84.99, "i3": 85.0}
    lines = {line.code: line for line in item_lines(_items(scores, pack), pack, RULE)}
    assert {code: lines[code].words for code in scores} == {
        "O1": say("item.incomplete"), "O2": say("item.complete"), "i1": say("level.urgent"),
        "i2": say("level.develop"), "i3": say("level.good"),
    }  # fmt: skip
    assert [code for code in scores if lines[code].is_losing] == ["O1", "i1", "i2"]
    assert (lines["O3"].words, lines["O3"].is_losing) == (say("missing"), False), "missing is never lost"


def test_without_a_rule_no_survey_item_is_judged() -> None:
    pack = load(2564)
    lines = {line.code: line for line in item_lines(_items({"i1": 1.0, "O1": 0.0}, pack), pack, None)}
    assert (lines["i1"].words, lines["i1"].is_losing) == (say("item.no_rule"), False)
    assert lines["O1"].is_losing


def test_the_weakest_are_at_most_ten_and_of_equal_ones_the_heaviest_first() -> None:
    pack = load(2564)
    documents = {item.code: 0.0 for item in pack.items if item.code.startswith("O")}
    shown = weakest(item_lines(_items({**documents, "i1": 10.0}, pack), pack, RULE))
    assert len(shown) == 10
    assert [line.code for line in shown[:2]] == ["O42", "O43"]
    assert weakest(item_lines(_items({}, pack), pack, RULE)) == []


@pytest.mark.parametrize(
    ("stored", "is_said"), [(68.75, False), (68.76, False), (68.77, True), (0.0, True), (None, False)]
)
def test_a_stored_score_a_cent_off_is_rounding_and_more_is_said(stored: float | None, is_said: bool) -> None:
    pack = load(2564)
    scores = {item.code: 0.0 if item.code in {"O37", "O43"} else 100.0 for item in pack.items_of(10)}
    told = drill(_items(scores, pack, 10), stored, pack, RULE, 10)
    assert told.arithmetic == say("drill.of_groups", sum="(87.50 + 50.00) ÷ 2 = 68.75")
    assert bool(told.mismatch) == is_said
    assert told.returns == Decimal("6.25")


def test_missing_items_leave_the_sum_open_and_are_named() -> None:
    pack = load(2564)
    scores = {item.code: 100.0 for item in pack.items_of(10) if item.code not in {"O35", "O36"}}
    told = drill(_items(scores, pack, 10), 90.0, pack, RULE, 10)
    assert told.arithmetic == say("drill.missing.many", count=2, codes="O35–O36")
    assert told.mismatch == ""
    assert [line.code for group in told.groups for line in group.losing] == ["O35", "O36"]
    assert drill(_items({}, pack, 10), 90.0, pack, RULE, 10).arithmetic == ""
