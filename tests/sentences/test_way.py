"""What the screen of the way to the next grade says, for many documents, one, none, and what is not known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ita_analysis.framework import load
from ita_analysis.scoring import Standing, Way, lifts, rounded, standing, ways
from ita_analysis.sentences.parts import Headline
from ita_analysis.sentences.way import (
    chart_in_words,
    default_way,
    headline,
    in_short,
    lacking,
    survey_lines,
    way_up,
    without_rules,
    without_scores,
)
from ita_analysis.texts import say, say_some
from tests.scoring import oracle
from tests.sentences.sound import sound

OLD, NEW = 2564, 2567


def _at(year: int, survey: float, empty: tuple[str, ...] = (), **stated: float) -> Standing:
    items = {code: 100.0 if code[0] == "O" else survey for code in oracle.item_codes(year)} | dict.fromkeys(empty, 0.0)
    tools = {("instrument", code.replace("_", "-")): score for code, score in stated.items()}
    return standing({**{("item", code): score for code, score in items.items()}, **tools}, load(year))


def _way(at: Standing, grade: str) -> Way:
    return next(each for each in ways(at) if each.band.grade == grade)


def _said(at: Standing, grade: str | None = None) -> Headline:
    return sound(headline(at, _way(at, grade) if grade else default_way(at), OLD))


def test_many_documents_are_counted_with_both_totals_and_grades() -> None:
    said = _said(_at(OLD, 75.0, ("O42", "O43", "O36")))
    about = {"total": "73.75", "grade": "C", "after": "78.75", "aim": "B"}
    assert said.words == say_some("way.headline.documents", 1, **about)
    both = _said(_at(OLD, 75.0, ("O42", "O43", "O36")), "A")
    about = {"total": "73.75", "grade": "C", "after": "85.00", "aim": "A"}
    assert (both.words, both.tone) == (say_some("way.headline.documents", 3, **about), "strength")


def test_plan_and_report_are_named_with_what_is_still_lacking() -> None:
    said = _said(_at(OLD, 75.0, ("O42", "O43", "O36")), "A").standfirst
    about = {"points": "10.00", "after": "83.75", "short": "1.25", "aim": "A"}
    assert say("way.plan.short", codes=say("list.and", names="O42", last="O43"), **about) in said


def test_plan_and_report_are_not_said_twice_where_they_are_the_finding() -> None:
    assert "O42" not in _said(_at(OLD, 75.0, ("O42",))).standfirst


def test_all_documents_and_the_nearest_band_that_they_do_not_reach() -> None:
    said = _said(_at(OLD, 80.0, ("O42",))).standfirst
    about = {"full": "88.00", "grade": "A", "rest": "7.00", "above": "AA"}
    assert say("way.all.short", **about) in said


def test_what_only_surveys_can_give_is_said_and_not_promised() -> None:
    at = _at(OLD, 80.0, ("O42",))
    said = _said(at, "AA")
    assert (said.words, said.tone) == (say("way.headline.surveys", full="88.00", rest="7.00", aim="AA"), "develop")
    way = _way(at, "AA")
    lines = list(survey_lines(way, at, lifts(way, at)))
    assert lines[0] == say("way.survey.rest", points="7.00", grade="AA")
    assert lines[1] == say("way.survey.mean", points="11.66"), "94.995 is 95.00"
    assert lines[-2:] == [say("way.survey.none_enough"), say("way.survey.no_promise")]


def test_documents_that_are_full_already_are_called_so() -> None:
    said = _said(_at(OLD, 80.0), "AA")
    assert said.words == say("way.headline.documents_full", rest="7.00", aim="AA")


@pytest.mark.parametrize(("low", "count"), [({"e1": 50.0}, 1), ({"e1": 50.0, "e2": 50.0}, 2)])
def test_how_many_items_would_do_it_alone(low: dict[str, float], count: int) -> None:
    items = {code: 100.0 if code[0] == "O" else 92.9 for code in oracle.item_codes(OLD)} | low
    at = standing({("item", code): score for code, score in items.items()}, load(OLD))
    if count == 2:  # two low ones lack more than one can give
        at = standing({("item", code): (92.6 if score == 92.9 else score) for code, score in items.items()}, load(OLD))
    way = _way(at, "AA")
    enough = sum(each.is_enough for each in lifts(way, at))
    said = list(survey_lines(way, at, lifts(way, at)))
    expected = say_some("way.survey.enough", enough) if enough else say("way.survey.none_enough")
    assert expected in said
    assert (enough > 0) == (count == 1)


def test_the_highest_band_says_what_keeps_it() -> None:
    said = _said(_at(OLD, 92.5))
    assert (said.words, said.tone) == (say("way.headline.highest", total="95.50", grade="AA"), "strength")
    keep = say("way.keep", points="0.50", words=say("way.margin.total", score="95.50", floor="95"))
    assert keep in said.standfirst
    assert say("way.lose", code="O42", points="5.00") in said.standfirst


def test_the_smallest_margin_may_be_that_of_an_instrument() -> None:
    said = _said(_at(NEW, 98.0, EIT_1=98.0, EIT_2=95.2))
    words = say("way.margin.floor", code=say("way.part", tool="EIT", part="2"), score="95.20", floor="95")
    assert say("way.keep", points="0.20", words=words) in said.standfirst


def test_a_survey_below_its_floor_is_the_finding() -> None:
    said = _said(_at(NEW, 90.0, ("O34",), EIT_1=90.0, EIT_2=84.0))
    name = say("way.part", tool="EIT", part="2")
    assert said.words == say("way.headline.floors", names=name, aim="ผ่านดี", floor="85")


def test_unknown_parts_make_the_finding_conditional() -> None:
    said = _said(_at(NEW, 90.0, ("O34", "O35", "O33")))
    about = {"names": say("way.parts_of", code="EIT"), "total": "86.50", "grade": "", "after": "89.00", "aim": "ผ่านดี"}
    assert said.words == say_some("way.headline.documents_if", 1, **about)


def test_a_band_that_hangs_on_unknown_parts_alone_says_so() -> None:
    at = _at(NEW, 88.0)
    assert _said(at, "good").words == say("way.headline.open", aim="ผ่านดี", names=say("way.parts_of", code="EIT"))
    assert say("way.standing", grades=f"ผ่าน {say('way.or')} ผ่านดี") in _said(at, "good").standfirst
    assert in_short(_way(at, "good"), at) == say("way.short.open", names=say("way.parts_of", code="EIT"))


def test_the_next_band_is_the_nearest_that_is_not_possible_yet() -> None:
    found = default_way(_at(NEW, 88.0))
    assert found is not None
    assert found.band.grade == "excellent"
    assert default_way(_at(OLD, 99.0)) is None


def test_indicators_alone_name_no_document() -> None:
    at = standing({("indicator", str(no)): 80.0 for no in range(1, 11)}, load(OLD))
    assert _said(at).words == say("way.headline.unnamed", gap="5.00", aim="A")
    assert in_short(_way(at, "A"), at) == say("way.short.unnamed")


def test_a_total_alone_says_the_distance() -> None:
    at = standing({("total", "total"): 74.04}, load(OLD))
    said = _said(at)
    assert said.words == say("way.headline.gap", gap="0.96", aim="B")
    assert said.standfirst == say("way.total_stated")


def test_scores_that_make_no_total_say_so() -> None:
    at = standing({("indicator", "9"): 50.0}, load(OLD))
    assert sound(headline(at, default_way(at), OLD)).words == say("way.headline.no_total", year=OLD)


def test_a_total_that_does_not_follow_is_told() -> None:
    items = {("item", code): 100.0 if code[0] == "O" else 80.0 for code in oracle.item_codes(OLD)}
    at = standing({**items, ("total", "total"): 70.0}, load(OLD))
    told = say("way.difference.total", code="total", stated="70.00", computed="88.00")
    assert told in _said(at).standfirst


@pytest.mark.parametrize("count", [1, 2, 5])
def test_documents_without_scores_are_counted_and_named(count: int) -> None:
    codes = [code for code in oracle.item_codes(OLD) if code[0] == "O"][:count]
    items = {("item", code): 100.0 for code in oracle.item_codes(OLD) if code not in codes}
    at = standing({**items, ("indicator", "9"): 90.0, ("item", "O42"): 0.0}, load(OLD))
    said = _said(at).standfirst
    assert codes[0] in said
    assert say_some("way.missing", count, names="").split("(")[0].strip()[:14] in said


def test_no_scores_and_no_rules_are_said() -> None:
    assert sound(without_scores(OLD)).words == say("way.headline.no_scores", year=OLD)
    reason = lacking(load(2569))
    assert all(say(f"way.unknown.{name}") in reason for name in ("weights", "means", "bands"))
    assert sound(without_rules(2569, reason)).standfirst == reason


def test_the_executive_gets_the_shortest_way() -> None:
    up = way_up(_at(OLD, 75.0, ("O42", "O43", "O36")))
    assert up is not None
    assert up.title == say_some("way.executive.documents", 1, aim="B")
    assert up.why == say("way.executive.documents_why", total="73.75", after="78.75")
    assert (up.fact.value, up.fact.number) == ("1", "way")
    by_surveys = way_up(_at(OLD, 80.0))
    assert by_surveys is not None
    assert by_surveys.title == say("way.executive.surveys", aim="AA")
    assert way_up(_at(OLD, 99.0)) is None
    assert way_up(standing({("total", "total"): 74.0}, load(OLD))) is None


def test_the_chart_in_words_names_every_step() -> None:
    stairs = [("O42", rounded(Fraction(5)), rounded(Fraction(80))), ("O9", rounded(Fraction(4, 9)), rounded(81))]
    said = chart_in_words(rounded(75), stairs, 1)
    assert all(each in said for each in ("75.00", "O42", "5.00", "80.00", "O9", "0.44"))
