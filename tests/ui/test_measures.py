"""The screen of measures: the list of them, and one measure's part with all that is known of it."""

from __future__ import annotations

import re

import pytest

from ita_analysis import paths
from ita_analysis.store.building import ready
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import has_thai
from tests.store.files import rows
from tests.store.invented import NEWS, WATER
from tests.ui.conftest import Looked
from tests.ui.handed_out import handed_out, tables_in
from tests.ui.screen import Screen, visit

HOSTILE = ("0", "4", "-1", "1.0", "x", "1'; drop table measure", "<script>", "", "all", "9" * 5000, "²", "๑x")


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _stored(asked: str) -> list[tuple[object, ...]]:
    return rows(ready(paths.database()), asked)


def _words(text: object) -> str:
    return " ".join(str(text).split())


def _list(shown: Screen) -> list[list[str]]:
    return shown.rows(say("column.findings"))[: len(_stored("from measure"))]


def _part(number: int = 1) -> Screen:
    return visit("measures", measure=str(number))


@_on("shipped", "one_measure", "forty_measures", "hostile", "dense_links", "results_alone")
def test_every_measure_is_in_the_list_with_its_owner_and_its_way(state: Looked) -> None:
    body = state.page("measures").body(say("column.answers"))
    stored = _stored("select measure_no, title, responsible from measure order by measure_no")
    assert [row.links[0].filters for row in body] == [{"measure": str(no)} for no, _, _ in stored]
    for row, (no, title, owner) in zip(body, stored, strict=True):
        assert row.cells[0] == f"{no} {_words(title)} {_words(owner) if owner else say('measures.no_owner')}"


@_on("shipped", "hostile", "forty_measures", "guessed_links")
def test_the_list_says_which_indicators_on_whose_word(state: Looked) -> None:
    for row, (measure_id,) in zip(
        state.page("measures").body(say("column.answers")),
        _stored("select measure_id from measure order by measure_no"),
        strict=True,
    ):
        asked = f"select indicator_no, basis from measure_indicator where measure_id = {measure_id} order by 1"
        marks = row.find("td")[0].of("mark")
        found = [(int(re.findall(r"\d+", mark.text)[0]), mark.attributes["class"]) for mark in marks]
        assert found == [(no, f"mark {basis}") for no, basis in _stored(asked)]
        assert marks or say("executive.no_indicator") in row.text


@_on("shipped")
def test_the_list_counts_steps_and_findings(state: Looked) -> None:
    body = state.page("measures").body(say("column.answers"))
    assert [re.search(r"\d+/\d+", row.cells[2])[0] for row in body] == ["2/3", "1/2", "1/1"]  # type: ignore[index]
    squares = [row.find("td")[1].of("squares")[0].find("i") for row in body]
    assert [len(each) for each in squares] == [3, 2, 1]
    assert [row.cells[3] for row in body] == ["4", "4", "2"]
    assert [row.has("aside") for row in body] == [True, False, False], "greyed: it answers no weak indicator"


@_on("shipped")
def test_every_finding_has_place_quote_and_mend(state: Looked) -> None:
    shown = state.page("measures")
    found = shown.part("findings")
    assert found.find("h2")[0].text == say_count("rounds.findings", 14)
    table = [row.cells for row in found.find("tr") if row.find("td")]
    assert len(table) == 14
    assert all(cell for row in table for cell in row)


@_on("shipped")
def test_a_finding_leads_to_what_it_is_about(state: Looked) -> None:
    """Three weaknesses stand on one line of the report; the finding about indicator 8 is not about 10."""
    table = state.page("measures").part("findings").find("tr")
    (row,) = [each for each in table if say("finding.weak_indicator_without_measure.title") in each.text]
    assert [way.address["cell"] for way in row.links] == ["weakness-8"]


@_on("shipped", "hostile", "four_rounds", "results_alone", "plan_alone", "guessed_links")
def test_a_measure_s_part_holds_steps_guidelines_and_indicators(state: Looked) -> None:
    for measure_id, no, title, owner in _stored("select measure_id, measure_no, title, responsible from measure"):
        shown = _part(int(str(no)))
        assert shown.problems == [], state.name
        assert shown.headline.startswith(_words(title))
        assert (say("measures.owner", name=_words(owner)) if owner else say("measures.no_owner")) in shown.standfirst
        steps = _stored(f"select step_no, words from measure_step where measure_id = {measure_id} order by 1")
        table = [row[:2] for row in shown.rows(say("column.step")) if len(row) == 4 and row[0].isdigit()]
        assert table == [[str(number), _words(words)] for number, words in steps]
        lines = _stored(f"select words from measure_guideline where measure_id = {measure_id} order by guideline_no")
        assert [each.text for each in shown.elements("ol") for each in each.find("li")] == [_words(x) for (x,) in lines]
        links = _stored(f"select basis, reason from measure_indicator where measure_id = {measure_id}")
        assert all(say(f"basis.{basis}") in shown.text and _words(reason) in shown.text for basis, reason in links)
        for there, key in ((steps, "no_steps"), (lines, "no_guidelines"), (links, "no_answers")):
            assert (say(f"measures.{key}") in shown.text) == (not there)


@_on("shipped")
def test_steps_say_their_state_and_the_words_it_rests_on(state: Looked) -> None:
    shown = _part(1)
    steps = shown.rows(say("column.reason"))
    assert [each[2].lstrip("●▨") for each in steps] == [say(f"step.{x}") for x in ("done", "not_stated", "done")], (
        state.name
    )
    stored = _stored(
        "select reason from step_progress join measure using (measure_id) where measure_no = 1 order by step_no"
    )
    assert [each[3] for each in steps] == [_words(reason) for (reason,) in stored]
    assert say("measures.steps_of_round", months=6) in [each.text for each in shown.elements("h2")]


@_on("shipped")
def test_rounds_and_evidence_are_quoted_with_their_cells(state: Looked) -> None:
    shown = _part(1)
    told, empty = (shown.rows(say("column.outcome"))[number] for number in (0, 1))
    assert say("column.round", months=6) in told[0]
    assert say("column.round", months=12) in empty[0]
    assert empty[1] == f"▲{say('round.overdue')}", state.name
    ((detail, output),) = _stored(
        "select detail, output from progress join measure using (measure_id) where measure_no = 1"
    )
    assert _words(detail) in told[1]
    assert _words(output) in told[2]
    cells = [way.address["cell"] for way in shown.ways if way.page == "source"]
    assert {f"result-1-6-{name}" for name in ("detail", "output", "outcome")} <= set(cells)
    (dated,) = shown.rows(say("column.date"))
    assert dated[0] == "7 มกราคม 2563"
    assert say("origin.outside") in dated[2]
    assert "๗ เดือน มกราคม" in dated[3]


@_on("shipped")
def test_findings_of_a_measure_are_its_own(state: Looked) -> None:
    for number, count in ((1, 4), (2, 4), (3, 2)):
        found = _part(number).part("findings")
        assert found.find("h2")[0].text == say_count("rounds.findings", count), state.name
        assert len([row for row in found.find("tr") if row.find("td")]) == count
    quotes = _part(1).part("findings").of("quote")
    assert "๗ เดือน มกราคม พ.ศ. ๒๕๖๓" in [each.text for each in quotes]


@_on("four_rounds")
def test_each_round_has_a_row(state: Looked) -> None:
    shown = _part(2)
    assert [re.findall(r"\d+", row[0])[0] for row in shown.rows(say("column.outcome"))] == ["3", "9"], state.name
    assert NEWS in shown.headline
    assert long_date(_stored("select max(stated_on) from evidence")[0][0]) in shown.text  # type: ignore[arg-type]


@_on("results_alone", "plan_alone", "one_measure")
def test_what_a_measure_lacks_is_said(state: Looked) -> None:
    shown = _part(1)
    assert WATER in shown.headline
    assert (say("measures.no_evidence") in shown.text) == (state.name != "one_measure")
    assert (say("measures.no_rounds") in shown.text) == (state.name == "plan_alone")


@_on("weaknesses_alone")
def test_no_measures_is_said_and_what_to_do(state: Looked) -> None:
    shown = state.page("measures")
    assert shown.headline == say("measures.headline.none")
    assert shown.standfirst == say("measures.none_why")


@_on("shipped")
@pytest.mark.parametrize("number", HOSTILE, ids=lambda each: each[:12])
def test_a_measure_that_is_not_there_is_the_list(number: str, state: Looked) -> None:
    shown = visit("measures", measure=number)
    assert shown.problems == []
    assert shown.html == state.page("measures").html


@_on("forty_measures", "dense_links")
def test_many_measures_can_be_searched_as_well(state: Looked) -> None:
    shown = state.page("measures")
    (table,) = shown.at.dataframe
    stored = _stored("select title, coalesce(responsible, '') from measure order by measure_no")
    assert len(table.value) == len(stored) == 40
    printed = [" ".join(map(str, row)) for row in table.value.itertuples(index=False)]
    assert [
        row for row, (title, owner) in zip(printed, stored, strict=True) if title not in row or owner not in row
    ] == []
    assert [name for name in table.value.columns if not has_thai(name)] == []
    assert not re.search(r"\b(?:None|nan|NaN|<NA>)\b", " ".join(printed)), "a reader would meet a code word"
    assert has_thai(table.proto.alt)
    assert len(visit("measures", unit="กองที่ 1").at.dataframe) == 0, "a few are read, not searched"


@_on("shipped", "one_measure", "weaknesses_alone")
def test_a_few_measures_are_read_and_not_searched(state: Looked) -> None:
    assert len(state.page("measures").at.dataframe) == 0


@_on("dense_links")
def test_a_search_table_without_results_counts_nothing_as_done(state: Looked) -> None:
    """No round has a result: 0 steps done would say that nothing was done, 0 steps that none are planned."""
    (table,) = state.page("measures").at.dataframe
    for name in ("step.done", "column.steps"):
        assert 0 not in set(table.value[say(name)]), say(name)


@_on("entered_alone")
@pytest.mark.usefixtures("state")
def test_evidence_with_an_address_can_be_opened_and_is_handed_out() -> None:
    ((number,),) = _stored(f"select measure_no from measure where title = '{WATER}'")
    shown = _part(int(str(number)))
    urls = [url for (url,) in _stored("select url from evidence where url is not null order by url")]
    assert {way.href for each in shown.elements("div", "ita") for way in each.find("a") if "://" in way.href} == {*urls}
    (sheet,) = [rows for name, rows in tables_in(handed_out(shown)).items() if name == say("field.evidence")]
    assert {row[say("field.url")] for row in sheet} == {*urls, say("missing")}
