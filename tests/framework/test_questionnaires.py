"""Which years' answers can be scored: those with questions, and those that ask the same items."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import questionnaire, surveyed_years
from ita_analysis.texts import explain
from tests.framework.folders import change, copy_to

TOOLS = ("IIT", "EIT")


@pytest.mark.parametrize("tool", TOOLS)
def test_years_with_the_same_items_borrow_the_questions_and_nothing_of_it_is_sure(tool: str) -> None:
    assert surveyed_years(tool) == tuple(range(2562, 2567))
    for year in surveyed_years(tool):
        asked = questionnaire(year, tool)
        assert asked.lent_by == (None if year == 2564 else 2564)
        assert asked.fiscal_year_be == asked.framework.fiscal_year_be == year
        assert {each.item_code for each in asked.questions} == {item.code for item in asked.items}
        assert asked.confidence == "unsure"


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("year", [2567, 2568, 2569])
def test_a_year_with_other_items_is_refused_in_a_sentence(tool: str, year: int) -> None:
    with pytest.raises(FrameworkError) as refused:
        questionnaire(year, tool)
    assert refused.value.key == "survey_year"
    assert str(year) in explain(refused.value)


def test_a_topic_that_differs_is_another_item(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    change(folder, "items", {"fiscal_year_be": "2565", "item_code": "i7"}, topic_th="เรื่องอื่น")
    assert surveyed_years("IIT", folder) == (2562, 2563, 2564, 2566)
    with pytest.raises(FrameworkError):
        questionnaire(2565, "IIT", folder)
    assert questionnaire(2565, "EIT", folder).lent_by == 2564


def test_answers_stand_from_the_least_to_the_most_and_reversed_ones_count_down() -> None:
    asked = questionnaire(2564, "IIT")
    for question in asked.questions:
        scores = [int(answer.score) for answer in asked.answers_to(question)]
        rising = [0, 33, 67, 100] if question.scale == "degree" else [0, 100]
        assert scores == (rising if question.polarity == "positive" else rising[::-1])
    assert [each.sub_no for each in asked.questions_of("i1")] == [1, 2]


def test_the_questions_of_eit_are_presence_for_money_channels_and_technology() -> None:
    asked = questionnaire(2564, "EIT")
    presence = {each.item_code for each in asked.questions if each.scale == "presence"}
    assert presence == {"e4", "e8", "e10", "e13"}
    assert {each.item_code for each in asked.questions if each.polarity == "negative"} == {"e4"}
    assert {each.confidence for each in asked.questions} == {"unsure"}
    assert len(asked.sources) == 2
