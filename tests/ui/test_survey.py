"""The page of own surveys: looked at, stored apart, shown beside the official result, never mixed with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.store.backup import look
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import kept
from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai
from tests.intake.survey.exports import as_csv, as_xlsx, people, table
from tests.scoring import survey_oracle as oracle
from tests.store.files import rows, tables
from tests.store.invented import agency, small_report, store, store_scores
from tests.store.surveyed import official, stored
from tests.ui.screen import Screen, visit

HERE = "khao-saming"


def upload(shown: Screen, content: bytes, name: str = "คำตอบ.csv") -> Screen:
    shown.at.file_uploader(key="survey_file").set_value((name, content, "")).run()
    return shown


def answers(tool: str = "IIT", count: int = 24, *more: str) -> bytes:
    return as_csv(table(tool, people(tool, count), more=more))


def click_store(shown: Screen) -> Screen:
    shown.at.button(key="store_survey").click().run()
    return shown


def shown_scores(shown: Screen, place: str) -> dict[str, str]:
    part = shown.part(place)
    cells = [row.cells for table_ in part.find("table") for body in table_.find("tbody") for row in body.find("tr")]
    numbered = [(cell[0], cell[1] if cell[1][-1].isdigit() else cell[2]) for cell in cells]
    return {name.split()[0]: score for name, score in numbered}


@pytest.mark.parametrize("tool", ["IIT", "EIT"])
def test_a_file_is_looked_at_with_its_scores_and_not_yet_stored(tool: str, shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = upload(visit("survey", tool=tool), answers(tool))
    assert shown.problems == []
    assert shown.facts[:2] == ["24 คน", "30 คน"]
    scores = oracle.scores(tool, people(tool, 24))
    assert shown_scores(shown, "preview") == scores
    assert say("survey.self") in shown.part("preview").text
    assert tables(ready(shipped_file)) == before, "looking is not storing"


def test_a_confirmed_survey_is_stored_shown_and_changes_no_official_table(shipped_file: Path) -> None:
    before = official(ready(shipped_file))
    others = {page: visit(page).html for page in ("executive", "weaknesses", "coverage")}
    shown = click_store(upload(visit("survey"), answers()))
    assert shown.problems == []
    assert shown.told("done") == [say("survey.stored")]
    score = oracle.scores("IIT", people("IIT", 24))["IIT"]
    assert str(score) in shown.headline
    assert rows(ready(shipped_file), "select respondent_count, population_count from own_survey") == [(24, None)]
    assert [look(made).tables["own_survey"].rows for made in kept(shipped_file)] == [0], "the state before is kept"
    assert official(ready(shipped_file)) == before
    assert {page: visit(page).html for page in others} == others, "it is in no other screen's total or grade"
    again = visit("survey")
    assert again.headline == shown.headline
    assert shown_scores(again, "own") == oracle.scores("IIT", people("IIT", 24))


def test_the_same_answers_again_are_said_to_be_there(shipped_file: Path) -> None:
    click_store(upload(visit("survey"), answers()))
    before = tables(ready(shipped_file))
    shown = upload(visit("survey"), as_xlsx(table("IIT", people("IIT", 24))), "อีกแบบ.xlsx")
    (said,) = shown.told("note")
    assert said.startswith(say("survey.already", date="|").split("|")[0])
    assert list(shown.at.button) == []
    assert tables(ready(shipped_file)) == before


def test_a_double_click_stores_once(shipped_file: Path) -> None:
    shown = click_store(upload(visit("survey"), answers()))
    shown.at.run()
    assert shown.problems == []
    assert rows(ready(shipped_file), "select count(*) from own_survey") == [(1,)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("๑๒๐", "ยังไม่ถึงขั้นต่ำ 30 คน ขาดอีก 6 คน"),
        ("24", "ผู้ตอบ 24 จาก 24 คน ถึงขั้นต่ำ 24 คนแล้ว"),
        ("4,001", "ยังไม่ถึงขั้นต่ำ 400 คน ขาดอีก 376 คน"),
    ],
)
def test_of_how_many_people_says_whether_enough_answered(typed: str, sentence: str, shipped_file: Path) -> None:
    shown = upload(visit("survey"), answers())
    shown.at.text_input(key="survey_population").set_value(typed).run()
    assert shown.problems == []
    assert sentence in shown.text
    click_store(shown)
    assert sentence in shown.standfirst
    assert rows(ready(shipped_file), "select population_count is not null from own_survey") == [(True,)]


@pytest.mark.parametrize("typed", ["0", "-3", "มาก", "1.5", "23", "9" * 30])
@pytest.mark.usefixtures("shipped_file")
def test_a_number_that_cannot_be_is_a_sentence_and_nothing_can_be_stored(typed: str) -> None:
    shown = upload(visit("survey"), answers())
    shown.at.text_input(key="survey_population").set_value(typed).run()
    (said,) = shown.problems
    assert has_thai(said)
    assert list(shown.at.button) == []


def test_an_empty_database_takes_a_new_agency(empty_file: Path) -> None:
    shown = upload(visit("survey"), answers())
    click_store(shown)
    (said,) = shown.problems
    assert "ชื่อหน่วยงาน" in said
    shown.at.text_input(key="survey_agency").set_value("เทศบาลตำบลใหม่").run()
    shown.at.text_input(key="survey_province").set_value("ตราด").run()
    click_store(shown)
    assert shown.problems == []
    assert "เทศบาลตำบลใหม่" in shown.elements("div", "caption")[0].text
    assert rows(ready(empty_file), "select name_th, province_th from agency") == [("เทศบาลตำบลใหม่", "ตราด")]
    again = visit("survey")
    assert "เทศบาลตำบลใหม่" in again.elements("div", "caption")[0].text
    assert shown_scores(again, "own")["IIT"] in again.headline


@pytest.mark.usefixtures("shipped_file")
def test_a_new_agency_may_be_named_beside_those_that_are_there() -> None:
    shown = visit("survey", agency="new")
    assert shown.problems == []
    assert say("survey.unnamed") in shown.elements("div", "caption")[0].text
    assert visit("executive").problems == []


@pytest.mark.parametrize("year", ["2567", "2568", "2569"])
@pytest.mark.usefixtures("shipped_file")
def test_a_year_without_criteria_says_so_and_takes_no_file(year: str) -> None:
    shown = visit("survey", year=year, agency=HERE)
    assert shown.problems == []
    assert shown.headline == say("survey.headline.no_criteria", tool="IIT", year=year)
    assert list(shown.at.file_uploader) == []
    assert [way.address["year"] for way in shown.ways if way.page == "survey"] == ["2566"]


@pytest.mark.usefixtures("shipped_file")
def test_a_year_that_borrows_its_questions_says_so() -> None:
    assert say("survey.lent", lent=2564, year=2566) in visit("survey", year="2566").text
    assert say("survey.unsure") in visit("survey", year="2564").text


def test_official_scores_stand_beside_in_a_column_and_a_mark_of_their_own(empty_file: Path) -> None:
    opened = ready(empty_file)
    code = store(opened, small_report(agency(1))).agency_code
    store_scores(opened, code, 2563, {"1": 99.99, "2": 0.0})
    stored(opened, code)
    shown = visit("survey", agency=code)
    (row,) = [cells for cells in shown.rows(say("survey.column_self")) if cells[0].startswith("1 ")]
    assert row[2] == "99.99"
    assert row[1] == oracle.scores("IIT", people("IIT", 12))["1"]
    (missing,) = [cells for cells in shown.rows(say("survey.column_self")) if cells[0].startswith("3 ")]
    assert missing[2] == say("missing")
    assert "ไม่ใช่การพยากรณ์" in shown.text
    strips = [each for each in shown.elements("div", "strip") if "99.99" in str(each.attributes["aria-label"])]
    assert [sorted(str(mark.attributes["class"]) for mark in each.find("i")) for each in strips] == [["context", "own"]]


@pytest.mark.usefixtures("shipped_file")
def test_findings_stand_with_place_and_fix_and_hostile_words_are_words() -> None:
    given = table("IIT", people("IIT", 5))
    given[2][3] = "<script>alert('a')</script>"
    given[0].append("<img src=x onerror=\"alert('b')\">")
    given[1].append("x")
    shown = upload(visit("survey"), as_csv(given), "<b>ก</b>.csv")
    assert shown.problems == []
    assert "แถว 3" in shown.part("findings").text
    assert "<script>alert('a')</script>" in shown.part("findings").text
    assert "<script>" not in shown.html
    assert "<img" not in shown.html


@pytest.mark.usefixtures("shipped_file")
def test_a_grave_finding_keeps_the_file_from_being_stored() -> None:
    shown = upload(visit("survey"), as_csv([[*row, row[1]] for row in table("IIT", people("IIT", 5))]))
    assert shown.told("problem") == [say("survey.grave")]
    assert list(shown.at.button) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"a,b\n1,2\n", answers("EIT")])
def test_a_bad_file_is_one_sentence_and_a_good_one_after_it_is_read(content: bytes, shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = upload(visit("survey"), content, "เสีย.csv")
    (said,) = shown.problems
    assert has_thai(said)
    assert "เสีย.csv" in said
    assert tables(ready(shipped_file)) == before
    assert upload(shown, answers(), "ดี.csv").problems == []


@pytest.mark.usefixtures("shipped_file")
def test_nothing_personal_is_shown() -> None:
    given = table("IIT", people("IIT", 5), more=("ชื่อ-สกุล", "อีเมล"))
    for row in given[1:]:
        row[1:3] = ["สมชาย ใจดี", "somchai@example.go.th"]
    shown = upload(visit("survey"), as_csv(given))
    click_store(shown)
    assert shown.problems == []
    assert "สมชาย" not in shown.html
    assert "somchai" not in shown.html


@pytest.mark.usefixtures("shipped_file")
def test_empty_tables_are_offered_to_download() -> None:
    shown = visit("survey")
    assert len(shown.at.get("download_button")) == 2
