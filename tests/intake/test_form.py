"""A form of scores: what was typed as numbers, what follows from it, and what of it is new to the store."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import ItaError
from ita_analysis.framework import load
from ita_analysis.intake.form import TOTAL, Name, as_sheet, read_form, score_of
from ita_analysis.records import Agency
from ita_analysis.texts import explain
from ita_analysis.thai.text import to_thai
from tests.scoring import oracle

WHO = Agency("เทศบาลตำบลทดสอบ", None, "แพร่")
hundredths = st.integers(0, 10000).map(lambda n: Decimal(n).scaleb(-2))


def all_indicators(text: str = "80") -> dict[Name, str]:
    return {("indicator", str(no)): text for no in range(1, 11)}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("88.25", "88.25"),
        ("88,25", "88.25"),
        (" ๘๘.๒๕ ", "88.25"),
        ("๘๘,๒๕%", "88.25"),
        ("100", "100"),
        ("0", "0"),
        (".5", "0.5"),
        ("100.00 %", "100"),
    ],
)
def test_a_score_is_read_as_people_type_it(text: str, score: str) -> None:
    assert score_of(text) == Decimal(score)


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "ไม่มีข้อมูล", "N/A", "\u200b"])
def test_a_blank_is_missing_and_never_zero(text: str) -> None:
    assert score_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["100.01", "101", "-1", "-0.5", "แปดสิบ", "8o", "88.2.5", "1,234.5", "1e2", "=1+1", "inf", "88 25", "²"],
)
def test_what_is_no_score_is_refused_in_words(text: str) -> None:
    with pytest.raises(ItaError) as refused:
        score_of(text)
    assert text in explain(refused.value)


@given(score=hundredths, is_thai=st.booleans(), comma=st.booleans())
def test_every_score_of_two_decimals_is_read_back(score: Decimal, *, is_thai: bool, comma: bool) -> None:
    text = f"{score:.2f}".replace(".", "," if comma else ".")
    assert score_of(to_thai(text) if is_thai else text) == score


@pytest.mark.parametrize("year", [2564, 2568])
@settings(max_examples=40)
@given(scores=st.lists(hundredths, min_size=10, max_size=10))
def test_the_total_while_typing_is_that_of_plain_arithmetic(year: int, scores: list[Decimal]) -> None:
    form = read_form({("indicator", str(no)): str(score) for no, score in enumerate(scores, 1)}, {}, load(year))
    exact = [Fraction(score) for score in scores]
    tools = (exact[:5], exact[5:8], exact[8:])
    total = sum(weight * sum(tool) / len(tool) for weight, tool in zip((30, 30, 40), tools, strict=True)) / 100
    assert str(form.total) == oracle.two_decimals(Fraction(total))
    for code, tool in zip(("IIT", "EIT", "OIT"), tools, strict=True):
        assert str(form.score(("instrument", code))) == oracle.two_decimals(sum(tool) / Fraction(len(tool)))
    if year == 2564:
        assert [band.grade for band in form.grades] == [oracle.grade_of_old_years(str(form.total))]


@settings(max_examples=15)
@given(data=st.data())
def test_a_form_of_items_alone_gives_what_the_oracle_gives(data: st.DataObject) -> None:
    items = {code: data.draw(hundredths) for code in oracle.item_codes(2567)}
    form = read_form({("item", code): str(score) for code, score in items.items()}, {}, load(2567))
    assert str(form.total) == oracle.two_decimals(oracle.total(2567, {code: str(each) for code, each in items.items()}))
    assert form.locked == frozenset(range(1, 11))
    assert form.missing == ()


def test_missing_indicators_leave_the_total_missing_and_are_named() -> None:
    texts = {**all_indicators(), ("indicator", "3"): "", ("indicator", "9"): "ไม่มีข้อมูล"}
    form = read_form(texts, {}, load(2567))
    assert (form.total, form.missing, form.grades) == (None, (3, 9), ())
    assert form.score(("instrument", "EIT")) == Decimal("80.00")
    assert form.score(("instrument", "IIT")) is None


def test_a_fault_is_kept_at_its_field_and_counts_as_missing() -> None:
    form = read_form({**all_indicators(), ("indicator", "3"): "180"}, {}, load(2567))
    assert set(form.faults) == {("indicator", "3")}
    assert form.missing == (3,)


def test_the_indicator_of_whole_items_is_computed_and_what_was_typed_for_it_does_not_count() -> None:
    items: dict[Name, str] = {("item", f"e{no}"): "90" for no in (1, 2, 3)}
    form = read_form({**all_indicators("50"), **items}, {}, load(2567))
    assert form.locked == {6}
    assert form.score(("indicator", "6")) == Decimal("90.00")
    assert ("indicator", "6") not in form.changed
    without = read_form({**all_indicators("50"), **items, ("item", "e3"): ""}, {}, load(2567))
    assert without.locked == set()
    assert without.score(("indicator", "6")) == Decimal(50)


def test_an_own_score_that_is_stored_goes_before_the_items() -> None:
    items: dict[Name, str] = {("item", f"e{no}"): "90" for no in (1, 2, 3)}
    form = read_form(items, {("indicator", "6"): Decimal("89.99")}, load(2567))
    assert form.locked == set()
    assert form.score(("indicator", "6")) == Decimal("89.99")


def test_a_blank_field_leaves_what_is_stored_and_only_what_differs_is_new() -> None:
    kept: dict[Name, Decimal] = {("indicator", str(no)): Decimal(70) for no in range(1, 11)}
    form = read_form({("indicator", "1"): "", ("indicator", "2"): "70.00", ("indicator", "3"): "75"}, kept, load(2567))
    assert form.changed == {("indicator", "3"): Decimal(75)}
    assert form.missing == ()
    assert form.total == Decimal("70.30")


def test_a_stated_total_stays_beside_the_computed_one() -> None:
    form = read_form({**all_indicators(), TOTAL: "81"}, {}, load(2564))
    assert (form.total, form.computed[TOTAL]) == (Decimal(81), Decimal("80.00"))


def test_levels_of_new_years_need_the_parts() -> None:
    form = read_form(all_indicators("90"), {}, load(2567))
    assert [band.grade for band in form.grades] == ["good", "pass"]
    parts: dict[Name, str] = {("instrument", "EIT-1"): "90", ("instrument", "EIT-2"): "84.99"}
    assert [band.grade for band in read_form({**all_indicators("90"), **parts}, {}, load(2567)).grades] == ["pass"]


def test_a_year_without_weights_has_no_total_and_no_level() -> None:
    form = read_form(all_indicators(), {}, load(2569))
    assert (form.total, form.grades, form.missing) == (None, (), ())


def test_the_sheet_of_a_form_holds_what_is_new_and_names_its_place() -> None:
    form = read_form({**all_indicators("90"), ("indicator", "10"): "95"}, {("indicator", "1"): Decimal(90)}, load(2564))
    sheet = as_sheet(WHO, form)
    assert len(sheet.scores) == 9
    assert set(sheet.scores["code"]) == {str(no) for no in range(2, 11)}
    (result,) = sheet.results
    assert (result.agency, result.fiscal_year_be, result.grade_computed) == (WHO, 2564, "A")
    assert result.total_computed == form.total
    again = read_form(
        {**all_indicators("90"), ("indicator", "10"): "95.00"}, {("indicator", "1"): Decimal(90)}, load(2564)
    )
    assert as_sheet(WHO, again).scores.equals(sheet.scores)
    assert as_sheet(Agency("อื่น"), form).fingerprint != sheet.fingerprint
