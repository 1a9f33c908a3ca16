"""The screen of completeness: parts with the words that show them, findings decided about, the public's view."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ita_analysis.framework import load
from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.deciding import dismiss
from ita_analysis.texts import say, say_count, say_some
from tests.store.files import rows
from tests.store.invented import agency, measure, report, store, store_scores
from tests.store.test_checking import now
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit
from tests.ui.signed import come, editors

SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)
EVERY = pytest.mark.parametrize(
    "state", ["shipped", "scored", "plan_alone", "results_alone", "from_sheets"], indirect=True
)
WHY = "ตรวจแล้ว ถูกต้อง"
MENDED_ON = {"plan", "entry", "scores", "bring-in", "coverage"}


def _states(shown: Screen) -> list[str]:
    return [row[1] for row in shown.rows(say("completeness.asked"))]


def _findings(shown: Screen) -> list[list[str]]:
    return shown.rows(say("check.decision_column"))


def _form(rule: str) -> Screen:
    """Return the page with the form of the first finding of a rule."""
    title = say(f"finding.{rule}.title")
    shown = visit("completeness")
    links = [each for each in shown.elements("tr") if title in each.text]
    (way,) = [way for way in links[0].links if "finding" in way.address]
    return visit("completeness", **way.address)


@SHIPPED
def test_the_headline_counts_what_the_table_shows(state: Looked) -> None:
    shown = state.page("completeness")
    states = _states(shown)
    assert shown.headline == say("completeness.headline.found", count=6, total=13, items="O42 และ O43").replace(
        "⟦", ""
    ).replace("⟧", "")
    assert sum(say("completeness.state.missing") in each for each in states) == 1
    about = {"points": "5.00", "total": "10.00", "items": "O42", "more": "5.00", "more_items": "O43"}
    assert say("completeness.stake.both", **about) in shown.standfirst
    assert len(_findings(shown)) == 14
    assert say_count("completeness.findings", 14) in shown.standfirst


@EVERY
def test_it_works_with_whatever_there_is(state: Looked) -> None:
    shown = state.page("completeness")
    assert shown.problems == []
    assert _states(shown)


@SHIPPED
def test_words_that_show_a_part_lead_to_their_cell(state: Looked) -> None:
    ways = [way for way in state.page("completeness").part("parts").links if way.page == "source"]
    assert {"measure-1-responsible", "weakness-7", "result-1-6-detail"} <= {way.address["cell"] for way in ways}


@SHIPPED
def test_a_part_that_is_not_plainly_found_leads_to_where_it_is_mended(state: Looked) -> None:
    rows = [each for each in state.page("completeness").part("parts").find("tr") if each.find("td")]
    led = {each.text.split("\n")[0][:20]: {way.page for way in each.links} & MENDED_ON for each in rows}
    asked = {each.text_th[:20]: each.code for kind in ("plan", "report") for each in load(2564).criteria_of(kind)}
    pages = {asked[words]: found for words, found in led.items()}
    assert pages["prior_year_result"] == pages["urgent_weaknesses"] == {"scores"}
    assert pages["analysis_into_practice"] == {"coverage"}
    assert pages["concrete_action"] == {"entry"}
    assert pages["responsible"] == set(), "it is found"


@SHIPPED
def test_filters_leave_what_they_name(state: Looked) -> None:
    everything = len(_findings(state.page("completeness")))
    left = {name: len(_findings(visit("completeness", severity=name))) for name in ("high", "medium", "low")}
    assert sum(left.values()) == everything
    of_report = visit("completeness", document="report")
    assert len(_states(of_report)) == 4
    assert len(_findings(of_report)) + len(_findings(visit("completeness", document="plan"))) == everything
    assert _findings(visit("completeness", decision="dismissed")) == []
    assert say("check.nothing_left") in visit("completeness", decision="dismissed").text


def test_a_finding_is_dismissed_with_a_reason(shipped_file: Path) -> None:
    shown = _form("missing_approver")
    shown.at.button(key="decide_dismiss").click().run()
    assert shown.told("problem") == [say("error.finding_reason_missing")]
    shown.at.text_area[0].set_value(WHY).run()
    shown.at.button(key="decide_dismiss").click().run()
    assert shown.told("done") == [say("check.dismissed")]
    assert rows(ready(shipped_file), "select decision, reason from finding_decision") == [("dismissed", WHY)]
    (last,) = [row for row in _findings(shown) if say("check.decision.dismissed") in row[-1]]
    assert WHY in last[-1]
    assert len(_findings(visit("completeness", decision="open"))) == 13


def test_what_is_dismissed_is_asked_for_nowhere(shipped_file: Path) -> None:
    """The executive's request, the measure's own list and the council's slide count what stands today."""
    opened = ready(shipped_file)
    of_second = [each.key for each in now(opened).findings if each.measure_no == 2]
    for key in of_second:
        dismiss(opened, "khao-saming", 2564, key, WHY, who=DESK)
    left = say_some("executive.request.findings.title", 14 - len(of_second))
    assert left in visit().text
    assert left in visit("council", slide=8).text
    assert say_count("rounds.findings", 14 - len(of_second)) in visit("measures").text
    assert say_count("measures.doubts", 0) in visit("measures", measure=2).standfirst


def test_accepting_mends_what_a_machine_can_mend(shipped_file: Path) -> None:
    shown = _form("outcome_is_output")
    assert say("check.mends", how=say("check.how.outcome_is_output")) in shown.part("decide").text
    assert [each.label for each in shown.at.button if each.key == "decide_accept"] == [say("check.accept_mend")]
    shown.at.button(key="decide_accept").click().run()
    assert shown.told("done") == [say("check.mended")]
    assert rows(ready(shipped_file), "select count(*) from progress where version = 2") == [(1,)]
    assert [way.page for way in shown.ways if "round" in way.address and way.page == "entry"]


@pytest.mark.usefixtures("shipped_file")
def test_what_a_person_has_to_write_leads_to_its_field() -> None:
    shown = _form("output_repeats_title")
    assert say("check.by_hand") in shown.part("decide").text
    assert [each.label for each in shown.at.button if each.key == "decide_accept"] == [say("check.accept_by_hand")]
    (way,) = [way for way in shown.part("decide").links if way.page == "entry"]
    assert (way.address["round"], way.address["measure"]) == ("6", "1")
    shown.at.button(key="decide_accept").click().run()
    assert shown.told("done") == [say("check.accepted")], "nobody is to believe that it was mended"
    assert [way.address.get("measure") for way in shown.ways if way.address.get("round")].count("1") > 0
    (row,) = [row for row in _findings(shown) if say("check.decision.accepted") in row[-1]]
    assert say("finding.output_repeats_title.title") in row[1]


@pytest.mark.parametrize("state", ["shipped", "scored", "plan_alone", "results_alone"], indirect=True)
def test_every_finding_leads_to_where_it_is_mended(state: Looked) -> None:
    rows = [each for each in state.page("completeness").part("findings").find("tr") if each.find("td")]
    assert rows
    for row in rows:
        assert {way.page for way in row.links} & MENDED_ON, row.text


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize(
    ("rule", "page", "address"),
    [
        ("weak_indicator_without_measure", "plan", {"measure": "new", "indicator": "8"}),
        ("measure_without_weak_indicator", "coverage", {}),
        ("urgent_weakness_not_stated", "scores", {}),
        ("agency_spelled_two_ways", "bring-in", {}),
        ("cut_off_text", "plan", {"measure": "1"}),
    ],
)
def test_a_finding_leads_to_the_page_that_can_mend_it(rule: str, page: str, address: dict[str, str]) -> None:
    form = _form(rule)
    (way,) = [way for way in form.part("decide").links if way.page == page]
    assert way.filters == address
    shown = visit(page, **way.address)
    assert shown.problems == []


def test_a_weak_indicator_that_only_a_score_shows_leads_to_its_score(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(agency(1), weak=[], measures=[measure(answers=[7])])).agency_code
    store_scores(empty, code, 2563, {"3": 60.0})
    shown = visit("completeness")
    (row,) = [each for each in shown.elements("tr") if say("finding.weak_indicator_without_measure.title") in each.text]
    (way,) = [way for way in row.links if way.page == "weaknesses"]
    assert way.address == {"agency": code, "year": "2564", "indicator": "3"}
    assert say("check.by_score", no=3) in row.text
    assert "3" in visit("weaknesses", **way.address).headline


@pytest.mark.usefixtures("shipped_file")
def test_what_is_about_a_whole_round_leads_to_that_round() -> None:
    (way,) = [way for way in _form("missing_approver").part("decide").links if way.page == "entry"]
    assert way.address["round"] == "6"


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("key", ["0" * 16, "<script>", "x" * 3000])
def test_a_finding_that_is_gone_is_said_to_be(key: str) -> None:
    shown = visit("completeness", finding=key)
    assert shown.problems == []
    assert shown.told("note") == [say("check.gone")]


@pytest.mark.usefixtures("shipped_file")
def test_the_public_sees_neither_names_nor_controls() -> None:
    shown = come("completeness")
    assert shown.problems == []
    assert editors(shown) == []
    assert "อรพรรณ" not in shown.html
    assert say("frame.name_hidden") in shown.text
    assert [way for way in shown.ways if "finding" in way.address] == []
    assert not {way.page for way in shown.ways} & {"plan", "entry", "scores", "bring-in"}
    key = visit("completeness")
    assert _findings(key)
