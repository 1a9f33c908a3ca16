"""The form of a plan: what is read is what was typed, a plan shown and read is the same, a list keeps its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_form import (
    INDICATORS,
    ITEMS,
    LINES,
    LISTS,
    ROUNDS,
    WHY,
    answered,
    item_field,
    read,
    shown,
)
from tests.store.entered import HOSTILE, PLAN, plans, texts

LAWS = settings(max_examples=30)


@LAWS
@given(plans())
def test_a_plan_that_is_shown_and_read_is_the_same(plan: Plan) -> None:
    assert read(shown(plan), plan) == plan


@LAWS
@given(plans(), st.sampled_from(LISTS), st.lists(st.sampled_from(["ก", "ข ค", "ง"]), max_size=4))
def test_a_changed_list_is_read_line_by_line_and_the_other_stays_as_it_was(
    plan: Plan, name: str, lines: list[str]
) -> None:
    fields = shown(plan) | {name: "\n".join(lines)}
    if fields[name] != shown(plan)[name]:
        assert read(fields, plan) == replace(plan, **{name: tuple(lines)})  # type: ignore[arg-type]


@LAWS
@given(st.fixed_dictionaries({name: texts() for name in LINES}), texts())
def test_what_is_read_is_what_was_typed(words: Mapping[str, str], reason: str) -> None:
    fields = shown(None) | words | {ITEMS: "O1", item_field("O1"): reason, ROUNDS: "6,12"}
    plan = read(fields, None)
    assert {name: getattr(plan, name) for name in LINES} == words
    assert (plan.items, plan.rounds_months) == ({"O1": reason}, (6, 12))


def test_hostile_lines_are_read_as_they_are() -> None:
    for text in (*HOSTILE, "ก" * 100_000):
        plan = read(shown(None) | {"title": text, "steps": f"ก\n{text}", "guidelines": text}, None)
        assert plan.title == text
        assert plan.steps == ("ก", *text.splitlines())
        assert plan.guidelines == tuple(text.splitlines())


def test_an_empty_form_says_nothing() -> None:
    assert read(shown(None), None) == Plan("")
    assert answered(shown(None)) == {}


@pytest.mark.parametrize("name", [*LINES, *LISTS, ROUNDS, ITEMS])
def test_what_is_emptied_is_empty_and_not_as_it_was(name: str) -> None:
    emptied = read(shown(PLAN) | {name: ""}, PLAN)
    field = {ROUNDS: "rounds_months"}.get(name, name)
    assert not getattr(emptied, field)
    assert emptied == replace(PLAN, **{field: getattr(emptied, field)})


def test_an_item_that_is_left_out_takes_its_reason_along_and_brings_it_back() -> None:
    fields = shown(PLAN)
    assert read(fields | {ITEMS: "O43"}, PLAN).items == {"O43": PLAN.items["O43"]}
    assert read(fields | {ITEMS: "O43"} | {ITEMS: "O1,O43"}, PLAN) == PLAN


def test_an_item_that_is_chosen_asks_for_a_reason() -> None:
    assert read(shown(PLAN) | {ITEMS: "O1,O43,i1"}, PLAN).items == {**PLAN.items, "i1": ""}


def test_a_new_measure_answers_the_indicators_chosen_each_with_the_reason() -> None:
    fields = shown(None, "7")
    assert answered(fields) == {7: ""}
    assert answered(fields | {INDICATORS: "7,8", WHY: "ร้องเรียน"}) == {7: "ร้องเรียน", 8: "ร้องเรียน"}
    assert answered(fields | {INDICATORS: "", WHY: "ร้องเรียน"}) == {}


def test_a_line_of_several_stays_whole_where_its_list_is_not_touched() -> None:
    plan = replace(PLAN, steps=("หนึ่ง\nสอง", "สาม"))
    assert shown(plan)["steps"] == "หนึ่ง สอง\nสาม"
    assert read(shown(plan) | {"title": "ใหม่"}, plan).steps == plan.steps
    assert read(shown(plan) | {"steps": "หนึ่ง สอง\nสี่"}, plan).steps == ("หนึ่ง สอง", "สี่")
