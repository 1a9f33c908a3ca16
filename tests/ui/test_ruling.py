"""The form of the rule of weakness: what it changes is changed everywhere, what it refuses stays as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.people import DESK
from ita_analysis.queries.rules import rule_changes
from ita_analysis.scoring import typed_rule
from ita_analysis.store.building import ready
from ita_analysis.store.rules import set_rule
from ita_analysis.texts import say
from tests.store.files import tables
from tests.store.invented import store_scores
from tests.ui.screen import Screen, visit
from tests.ui.states import SCORES, TAGS

WHY = "สภาขอให้ตั้งเป้าสูงกว่าเดิม"
YEAR = 2563


@pytest.fixture
def scored_file(shipped_file: Path) -> Path:
    """The shipped record with scores of the assessed year."""
    store_scores(ready(shipped_file), "khao-saming", YEAR, SCORES)
    return shipped_file


def _fill(shown: Screen, *limits: str, reason: str = WHY) -> Screen:
    for name, limit in zip(("urgent", "develop", "good"), limits, strict=True):
        shown.at.text_input(key=f"rule_{name}_{YEAR}").set_value(limit)
    shown.at.text_area(key=f"rule_reason_{YEAR}").set_value(reason)
    shown.at.run()
    return shown


def _press(shown: Screen, button: str = "rule_save") -> Screen:
    shown.at.button(key=button).click().run()
    return shown


def _typed(shown: Screen) -> list[str]:
    limits = [str(shown.at.text_input(key=f"rule_{name}_{YEAR}").value) for name in ("urgent", "develop", "good")]
    return [*limits, str(shown.at.text_area(key=f"rule_reason_{YEAR}").value)]


def _levels(shown: Screen) -> dict[str, str]:
    return {row[0].split()[0]: row[1] for row in shown.rows(say("column.level"))}


def _limits(urgent: str, develop: str, good: str) -> str:
    return say("weaknesses.rule", urgent=urgent, develop=develop, good=good)


@pytest.mark.usefixtures("scored_file")
def test_the_default_is_said_and_stands_in_the_form() -> None:
    shown = visit("weaknesses")
    assert say("weaknesses.rule_default", rule=_limits("75", "85", "95")) in shown.text
    assert _typed(shown) == ["75", "85", "95", ""]
    assert "rule_back" not in {button.key for button in shown.at.button}


def test_a_new_rule_holds_on_every_page_at_once(scored_file: Path) -> None:
    shown = visit("weaknesses")
    before, coverage = _levels(shown), visit("coverage").headline
    _press(_fill(shown, "๔๐", "60.5", "70"))
    assert shown.problems == []
    assert shown.told("done") == [say("rule.saved")]
    after = _levels(shown)
    assert say("level.strength") in after["6"]
    assert after != before
    assert {no for no, level in after.items() if say("level.urgent") in level} == {"3"}
    told = say("weaknesses.rule_own", rule=_limits("40", "60.5", "70"), reason=WHY, date="|").split("|")[0]
    for page in ("weaknesses", "executive"):
        assert told in visit(page).text, "the account of the number names it"
    assert visit("coverage").headline != coverage
    assert _typed(shown) == ["40", "60.5", "70", ""]
    assert len(rule_changes(ready(scored_file), YEAR)) == 1
    (own,) = shown.charts
    assert own["layout"]["shapes"][0]["x1"] == 40


def test_the_default_can_be_put_back_with_a_reason(scored_file: Path) -> None:
    shown = _press(_fill(visit("weaknesses"), "40", "60", "70"))
    refused = _press(_fill(shown, "40", "60", "70", reason=" "), "rule_back")
    assert refused.told("problem"), "a reason is asked for"
    back = _press(_fill(shown, "1", "2", "3", reason="ใช้เกณฑ์กลาง"), "rule_back")
    assert back.told("done") == [say("rule.is_back")]
    assert _typed(back) == ["75", "85", "95", ""]
    assert [row[2] for row in back.rows(say("rule.when"))] == ["ใช้เกณฑ์กลาง", WHY]
    assert (
        say("weaknesses.rule_back", rule=_limits("75", "85", "95"), reason="ใช้เกณฑ์กลาง", date="|").split("|")[0]
        in back.text
    )
    assert len(rule_changes(ready(scored_file), YEAR)) == 2


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (("85", "75", "95"), "weakness_limits"),
        (("75", "75", "95"), "weakness_limits"),
        (("0", "85", "95"), "weakness_limits"),
        (("75", "85", "101"), "weakness_limit_text"),
        (("-1", "85", "95"), "weakness_limit_text"),
        (("ต่ำ", "85", "95"), "weakness_limit_text"),
        (("", "85", "95"), "weakness_limit_text"),
        (("<b>1</b>", "85", "95"), "weakness_limit_text"),
    ],
)
def test_bad_limits_are_a_sentence_and_nothing_is_lost(
    limits: tuple[str, str, str], key: str, scored_file: Path
) -> None:
    before = tables(ready(scored_file))
    shown = _press(_fill(visit("weaknesses"), *limits))
    (said,) = shown.told("problem")
    assert say(f"error.{key}", urgent="|", develop="|", good="|", typed="|").split("|")[0] in said
    assert _typed(shown) == [*limits, WHY]
    assert tables(ready(scored_file)) == before
    assert shown.traces == []


def test_a_rule_that_another_changed_meanwhile_is_not_overwritten(scored_file: Path) -> None:
    shown = _fill(visit("weaknesses"), "40", "60", "70")
    set_rule(ready(scored_file), YEAR, typed_rule("50", "60", "70"), "อีกคน", seen=0, who=DESK)
    shown.at.button(key="rule_save").click().run()
    (said,) = shown.told("problem")
    assert str(YEAR) in said
    assert _typed(shown) == ["40", "60", "70", WHY]
    assert (
        say("weaknesses.rule_own", rule=_limits("50", "60", "70"), reason="อีกคน", date="|").split("|")[0] in shown.text
    )
    assert _press(shown).told("done") == [say("rule.saved")], "seen now, it may be changed"
    assert list(rule_changes(ready(scored_file), YEAR)["reason"]) == [WHY, "อีกคน"]


@pytest.mark.parametrize("text", TAGS)
@pytest.mark.usefixtures("scored_file")
def test_a_hostile_reason_is_text(text: str) -> None:
    shown = _press(_fill(visit("weaknesses"), "40", "60", "70", reason=text))
    assert shown.problems == []
    assert [row[2] for row in shown.rows(say("rule.when"))] == [" ".join(text.split())]
    assert not [each for each in shown.elements() if each.tag in {"script", "img", "style"}]
    assert visit("executive").problems == []
