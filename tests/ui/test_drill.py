"""An indicator down to its items: sums that can be followed, what is lost first, and the weakest of all items."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from ita_analysis.framework import load
from ita_analysis.scoring import rounded
from ita_analysis.texts import say, say_some
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit
from tests.ui.states import scores_of_items

PACK = load(2564)
ITEMS = scores_of_items(2564, ("O3", "O34", "O42"))
WORTH = {"O3": "0.44", "O34": "1.25", "O42": "5.00"}  # 40 ÷ 2 ÷ 5 ÷ 9, 40 ÷ 2 ÷ 2 ÷ 8, 40 ÷ 2 ÷ 2 ÷ 2
with_items = pytest.mark.parametrize("state", ["with_items"], indirect=True)


def _mean(scores: list[Fraction]) -> Fraction:
    return sum(scores, Fraction(0)) / len(scores)


def _sum(indicator_no: int) -> tuple[list[Fraction], Fraction]:
    """Return the parts of an indicator's score and the score, slowly."""
    items = [item for item in PACK.items if item.indicator_no == indicator_no]
    groups = sorted({item.sub_indicator or "" for item in items}, key=lambda code: Fraction(code or "0"))
    if groups == [""]:
        parts = [Fraction(str(ITEMS[item.code])) for item in items]
    else:
        parts = [_mean([Fraction(str(ITEMS[x.code])) for x in items if x.sub_indicator == code]) for code in groups]
    return parts, _mean(parts)


def _drill(no: int) -> Screen:
    return visit("weaknesses", indicator=str(no))


@with_items
def test_the_sum_of_every_indicator_can_be_followed(state: Looked) -> None:
    for indicator in PACK.indicators:
        parts, result = _sum(indicator.no)
        (said,) = [each.text for each in _drill(indicator.no).elements("p", "sum")]
        numbers = re.findall(r"\d+\.\d\d", said)
        assert numbers == [f"{rounded(each):.2f}" for each in (*parts, result)], state.name
        assert f"÷ {len(parts)} " in said


@with_items
def test_a_stored_score_that_does_not_follow_is_said_with_both_numbers(state: Looked) -> None:
    said = say("drill.mismatch", stored="50.00", computed=f"{rounded(_sum(9)[1]):.2f}")
    assert said in _drill(9).part("indicator").text, state.name
    other = say("drill.mismatch", stored="|", computed="").split("|")[0]
    assert [no for no in range(1, 11) if other in _drill(no).part("indicator").text] == [9]


@with_items
def test_lost_documents_stand_first_with_what_they_would_return(state: Looked) -> None:
    for no, lost in ((9, ["O3"]), (10, ["O34", "O42"])):
        part = _drill(no).part("indicator")
        rows = [row.cells for row in part.find("tr") if row.cells and re.fullmatch(r"O\d+", row.cells[0])]
        assert [row[0] for row in rows] == lost, state.name
        assert [row[-1] for row in rows] == [f"+{WORTH[code]}" for code in lost]
        assert all(say("item.incomplete") in row[3] for row in rows)
        every = sum(float(WORTH[code]) for code in lost)
        assert f"+{every:.2f}" in part.text
    (key,) = [row for row in _drill(10).part("indicator").find("tr") if row.has("key")]
    assert key.cells[0] == "O42"
    assert say("drill.asks.plan") in key.text


@with_items
def test_what_is_complete_is_folded_and_every_item_is_still_there(state: Looked) -> None:
    part = _drill(10).part("indicator")
    folded = [each.text for each in part.find("summary")]
    assert folded == [
        say_some("drill.rest.more_complete", 7, codes="O35–O41"), say_some("drill.rest.more_complete", 1, codes="O43"),
    ], state.name  # fmt: skip
    for item in PACK.items_of(10):
        assert item.topic_th in part.text


@with_items
def test_items_of_surveys_have_the_status_of_the_rule_and_promise_nothing(state: Looked) -> None:
    for indicator in PACK.indicators_of("IIT"):
        part = _drill(indicator.no).part("indicator")
        low = {item.code for item in PACK.items_of(indicator.no) if ITEMS[item.code] < 85}
        rows = [row.cells for row in part.find("tr") if row.cells and re.fullmatch(r"i\d+", row.cells[0])]
        assert {row[0] for row in rows} == low, state.name
        for row in rows:
            level = "urgent" if ITEMS[row[0]] < 75 else "develop"
            assert say(f"level.{level}") in row[3]
        assert say("drill.returns") not in part.text


@with_items
def test_the_ten_weakest_items_of_all_are_listed_the_lowest_first(state: Looked) -> None:
    shown = state.page("weaknesses")
    rows = shown.rows(say("weak_items.points"))
    losing = {code: score for code, score in ITEMS.items() if score < (100 if code.startswith("O") else 85)}
    assert say_some("weak_items.title", len(losing), shown=10) in shown.text
    assert [row[0] for row in rows][:3] == ["O42", "O34", "O3"], "of equal scores the heaviest first"
    assert [float(row[3]) for row in rows] == sorted(losing.values())[:10]
    assert [row[5] for row in rows][:3] == [WORTH["O42"], WORTH["O34"], WORTH["O3"]]
    assert _drill(10).rows(say("weak_items.points")) == [], "one indicator has its own list"


@pytest.mark.parametrize("state", ["scored", "shipped", "from_sheets"], indirect=True)
def test_without_item_scores_nothing_is_summed(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert shown.elements("p", "sum") == []
    assert shown.rows(say("weak_items.points")) == []


@with_items
def test_views_of_a_theme_stand_side_by_side_in_strip_and_table(state: Looked) -> None:
    rows = state.page("weaknesses").rows(say("column.gap"))
    assert len(rows) == 7
    service = next(row for row in rows if row[0] == "การให้บริการ")
    complete = "100.00"
    assert service[1:4] == [f"{rounded(_sum(1)[1]):.2f}", f"{rounded(_sum(6)[1]):.2f}", complete]
    known = [float(each) for each in service[1:4]]
    assert service[4] == f"{max(known) - min(known):.2f}"
    alone = next(row for row in rows if row[0] == "ทรัพย์สินของราชการ")
    assert alone[2:] == [say("themes.no_view"), say("themes.no_view"), "–"]
    assert {row[0] for row in _drill(4).rows(say("column.gap"))} == {"ทรัพย์สินของราชการ"}


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
def test_without_scores_one_sentence_says_that_nothing_compares(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert say("themes.unknown") in shown.text
    assert shown.elements("div", "theme") == []
