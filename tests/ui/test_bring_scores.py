"""Bringing score sheets in: told apart from reports, looked at, explained where unknown, stored once, remembered."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from ita_analysis.store.backup import look
from ita_analysis.store.building import ready
from ita_analysis.store.headings import heading_choices
from ita_analysis.store.keeping import kept
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.text import key
from tests.store.files import rows, tables
from tests.ui.screen import Screen, visit

WHO, PROVINCE = "เทศบาลตำบลทดสอบ", "แพร่"
INDICATORS = [f"ตัวชี้วัดที่ {no}" for no in range(1, 11)]
ODD = "ความดีงามของเรา"


def book(
    heads: list[object],
    *body: list[object],
    name: str = "ผลคะแนน",
    more: Mapping[str, list[list[object]]] | None = None,
) -> bytes:
    """Return a workbook of one sheet, and of more where they are given."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as written:
        for title, lines in {name: [heads, *body], **(more or {})}.items():
            sheet = written.add_worksheet(title)
            for number, cells in enumerate(lines):
                sheet.write_row(number, 0, cells)
    return made.getvalue()


def wide(*names: str, year: int | None = 2567, score: float = 80.0, total: float | None = 80.0, odd: str = "") -> bytes:
    """Return a wide sheet of agencies with the same scores; `odd` stands in the place of the first indicator."""
    heads: list[object] = [
        "หน่วยงาน",
        "จังหวัด",
        *(["ปีงบประมาณ"] if year else []),
        odd or INDICATORS[0],
        *INDICATORS[1:],
        "คะแนนรวม",
    ]
    body = [[name, PROVINCE, *([year] if year else []), *[score] * 10, total] for name in names]
    return book(heads, *body)


def upload(content: bytes, name: str = "ผลคะแนน.xlsx", shown: Screen | None = None) -> Screen:
    shown = shown or visit("bring-in")
    shown.at.file_uploader(key="report_file").set_value((name, content, "")).run()
    return shown


def store(shown: Screen) -> Screen:
    shown.at.button(key="store_sheet").click().run()
    return shown


def box(shown: Screen, start: str) -> object:
    (found,) = [each for each in shown.at.selectbox if str(each.key).startswith(start)]
    return found


def choose(shown: Screen, start: str, value: object) -> Screen:
    box(shown, start).set_value(value).run()  # type: ignore[attr-defined]
    return shown


def buttons(shown: Screen) -> list[str]:
    return [str(each.key) for each in shown.at.button]


def test_a_sheet_is_read_and_shown_and_not_yet_stored(empty_file: Path) -> None:
    before = tables(ready(empty_file))
    shown = upload(wide(WHO))
    assert shown.problems == []
    assert shown.facts == ["1", "2567", "11", "0"]
    (row,) = shown.rows(say("bring_in.sheet.computed"))
    assert WHO in row[0]
    assert row[1:4] == ["2567", "80.00", "80.00"]
    assert "store_sheet" in buttons(shown)
    assert tables(ready(empty_file)) == before


def test_a_confirmed_sheet_is_stored_and_leads_on(empty_file: Path) -> None:
    shown = store(upload(wide(WHO)))
    assert shown.problems == []
    (done,) = shown.told("done")
    assert say("bring_in.sheet.stored", count=1, scores=11, number=1) in done
    ((code,),) = rows(ready(empty_file), "select agency_code from agency")
    ways = [(way.page, way.address) for way in shown.ways if way.address]
    assert ways == [(page, {"agency": str(code), "year": "2568"}) for page in ("weaknesses", "executive")]
    assert "80.00" in visit("weaknesses", agency=str(code), year="2568").text
    assert [look(made).tables["score"].rows for made in kept(empty_file)] == [0], "the state before is kept"


def test_the_same_sheet_again_is_said_to_be_there(empty_file: Path) -> None:
    store(upload(wide(WHO)))
    before = tables(ready(empty_file))
    shown = upload(wide(WHO), "ชื่ออื่น.xlsx")
    (said,) = shown.told("note")
    assert said.startswith(say("bring_in.sheet.already", date="|", number=1).split("|")[0])
    assert "store_sheet" not in buttons(shown)
    assert tables(ready(empty_file)) == before


def test_a_later_sheet_says_how_much_it_replaced(empty_file: Path) -> None:
    store(upload(wide(WHO)))
    shown = store(upload(wide(WHO, score=90.0, total=90.0)))
    (done,) = shown.told("done")
    assert say("scores.replaced.many", count=11) in done
    assert rows(ready(empty_file), "select count(*) from score_replaced") == [(11,)]


@pytest.mark.usefixtures("empty_file")
def test_a_printed_total_stands_beside_another_computed_one() -> None:
    shown = upload(wide(WHO, total=88.0))
    (row,) = shown.rows(say("bring_in.sheet.computed"))
    assert row[2] == "88.00"
    assert "80.00" in row[3]
    assert say("bring_in.sheet.differs", by="8.00") in row[3]
    assert len(shown.rows(say("column.fix"))) == 1


def test_a_grave_finding_forbids_storing_and_comes_first(empty_file: Path) -> None:
    before = tables(ready(empty_file))
    shown = upload(wide(WHO, score=180.0, total=80.0, odd=ODD))
    (said,) = shown.problems
    assert said == say("bring_in.sheet.grave.many", count=9)
    assert "store_sheet" not in buttons(shown)
    found = shown.rows(say("column.fix"))
    assert len(found) > 9
    assert all(say("severity.high") in row[0] for row in found[:9])
    assert "180" in found[0][2]
    assert tables(ready(empty_file)) == before


def test_an_unknown_column_is_explained_at_once_and_remembered_when_stored(empty_file: Path) -> None:
    shown = upload(wide(WHO, odd=ODD))
    assert say_some("bring_in.sheet.unknown", 1) in [each.text for each in shown.elements("h2")]
    assert ODD in shown.text
    assert shown.facts[2] == "10"
    choose(shown, "column_", "indicator:1")
    assert shown.problems == []
    assert shown.facts[2] == "11"
    assert heading_choices(ready(empty_file)) == {}, "what is not stored is not remembered"
    store(shown)
    assert heading_choices(ready(empty_file)) == {key(ODD): "indicator:1"}
    again = upload(wide("เทศบาลตำบลถัดไป", odd=ODD))
    assert again.facts[2] == "11"
    assert say("bring_in.sheet.remembered") in again.text
    assert box(again, "column_").value == "indicator:1"  # type: ignore[attr-defined]
    choose(again, "column_", "")
    assert again.facts[2] == "10"
    store(again)
    assert heading_choices(ready(empty_file)) == {}, "taken back"


def test_a_column_that_is_of_no_use_is_remembered_too(empty_file: Path) -> None:
    shown = choose(upload(wide(WHO, odd=ODD)), "column_", "none")
    assert shown.facts[2] == "10"
    store(shown)
    assert heading_choices(ready(empty_file)) == {key(ODD): "none"}


def test_a_year_the_sheet_does_not_name_is_asked_for(empty_file: Path) -> None:
    shown = upload(wide(WHO, year=None))
    assert len(shown.problems) == 1
    assert "store_sheet" not in buttons(shown)
    choose(shown, "sheet_year", 2566)
    assert shown.problems == []
    store(shown)
    assert rows(ready(empty_file), "select distinct fiscal_year_be from score") == [(2566,)]


def test_a_form_of_instruments_that_cannot_be_told_is_asked_for(empty_file: Path) -> None:
    content = book(["หน่วยงาน", "ปีงบประมาณ", "IIT", "EIT", "OIT"], [WHO, 2567, 25.0, 26.0, 30.0])
    shown = upload(content)
    choose(shown, "sheet_form", "weighted")
    assert shown.problems == []
    assert say("bring_in.sheet.form.weighted") in shown.text
    store(shown)
    found = rows(ready(empty_file), "select code, score from score where level = 'instrument' order by code")
    assert found == [("EIT", 86.67), ("IIT", 83.33), ("OIT", 75.0)]


@pytest.mark.usefixtures("empty_file")
def test_another_worksheet_can_be_read() -> None:
    lines: list[list[object]] = [["หน่วยงาน", "ปีงบประมาณ", *INDICATORS], [WHO, 2565, *[70.0] * 10]]
    heads: list[object] = ["หน่วยงาน", "ปีงบประมาณ", *INDICATORS, "คะแนนรวม"]
    shown = upload(book(heads, [WHO, 2567, *[80.0] * 11], name="ปีสอง", more={"ปีหนึ่ง": lines}))
    assert shown.facts[1] == "2567"
    choose(shown, "sheet_worksheet", "ปีหนึ่ง")
    assert shown.facts[1] == "2565"


@pytest.mark.usefixtures("empty_file")
def test_many_agencies_are_counted_and_stand_in_a_table_to_search() -> None:
    shown = upload(wide(*(f"เทศบาลตำบลที่ {no}" for no in range(1, 61))))
    assert shown.problems == []
    assert shown.facts[:3] == ["60", "2567", "660"]
    assert shown.rows(say("bring_in.sheet.computed")) == []
    (table,) = [each.value for each in shown.at.dataframe]
    assert len(table) == 60
    shown = store(shown)
    assert len(shown.rows(say("bring_in.sheet.see"))) == 12
    assert say("bring_in.sheet.more_agencies", count=48) in shown.text


@pytest.mark.parametrize(
    ("name", "content"),
    [("ว่าง.xlsx", book([])), ("คำ.xlsx", book(["สวัสดี"], ["ครับ"])), ("พัง.xlsx", wide(WHO)[:-200])],
    ids=["empty", "words", "damaged"],
)
def test_a_bad_sheet_is_one_sentence_and_stores_nothing(name: str, content: bytes, empty_file: Path) -> None:
    before = tables(ready(empty_file))
    shown = upload(content, name)
    assert shown.traces == []
    (said,) = shown.problems
    assert name in said
    assert "store_sheet" not in buttons(shown)
    assert tables(ready(empty_file)) == before
    assert upload(wide(WHO), shown=shown).problems == []


@pytest.mark.usefixtures("empty_file")
def test_hostile_words_of_a_sheet_are_words() -> None:
    tag = "<img src=x onerror=alert(1)>"
    shown = upload(wide(f"เทศบาลตำบล{tag}", odd=tag))
    assert shown.elements("img") == []
    assert tag in shown.text


@pytest.mark.usefixtures("empty_file")
def test_csv_comes_in_as_well() -> None:
    lines = ["หน่วยงาน;ปี;" + ";".join(INDICATORS), f"{WHO};๒๕๖๗;" + ";".join(["๘๐,๕"] * 10)]
    shown = upload("\r\n".join(lines).encode("cp874"), "ผล.csv")
    assert shown.problems == []
    assert shown.facts[:3] == ["1", "2567", "10"]
    assert say_count("reading.findings", 0) in [each.text for each in shown.elements("h2")]


@pytest.mark.usefixtures("empty_file")
def test_templates_of_a_chosen_year_are_offered() -> None:
    shown = visit("bring-in")
    offered = [each.proto.label for each in shown.at.get("download_button")]
    assert offered == [say(f"template.download.{kind}") for kind in ("wide_xlsx", "long_xlsx", "wide_csv", "long_csv")]
    assert shown.at.selectbox(key="template_year").value == 2568
    shown.at.selectbox(key="template_year").set_value(2564).run()
    assert shown.problems == []
