"""The screen of files: what it offers for which data, that each file is the one it says, and who may see it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import duckdb
import openpyxl
import pypdfium2
import pytest
from docx import Document
from lxml import html
from pptx import Presentation

from ita_analysis.publishing.files import KINDS
from ita_analysis.texts import say
from tests.store.entered import YEAR, year_of
from tests.store.invented import agency, measure, report, small_report, store
from tests.ui.conftest import Looked
from tests.ui.filled import plain
from tests.ui.handed_out import Handed, handed_out
from tests.ui.screen import Screen, visit
from tests.ui.signed import SIGNED_OUT, come

SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)


def endings(files: list[Handed]) -> list[str]:
    return [each.file_name.rpartition(".")[2] for each in files]


def titles(shown: Screen) -> list[str]:
    return [each.text for each in shown.elements("h2")]


@SHIPPED
def test_every_kind_of_file_is_offered_under_a_name_of_its_own(state: Looked) -> None:
    found = handed_out(state.page("files"))
    assert endings(found) == [each.format for each in KINDS]
    names = [each.file_name for each in found]
    assert len(set(names)) == len(names)
    assert names[2] == "รายงานผล-รอบ-6-เดือน_อบต.เขาสมิง_2564.docx"
    assert [each.label.rpartition(" ")[2] for each in found] == [each.format.upper() for each in KINDS]


@SHIPPED
def test_what_was_found_and_what_was_not_are_told_apart(state: Looked) -> None:
    said = state.page("files").standfirst.split(" · ")
    assert said[0].startswith("พบ ")
    assert said[1] == say("completeness.count.missing.one")


@SHIPPED
def test_each_file_opens_in_another_reader_and_is_about_the_agency(state: Looked) -> None:
    plan, plan_pdf, result, result_pdf, slides, tables, page, whole = (
        each.content for each in handed_out(state.page("files"))
    )
    name = "องค์การบริหารส่วนตำบลเขาสมิง"
    for content in (plan, result):
        assert any(name in each.text for each in Document(BytesIO(content)).paragraphs)
    for content in (plan_pdf, result_pdf):
        assert name in pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert len(Presentation(BytesIO(slides)).slides) >= 4
    assert len(openpyxl.load_workbook(BytesIO(tables)).sheetnames) >= 8
    assert name in html.fromstring(page.decode()).text_content()
    assert zipfile.ZipFile(BytesIO(whole)).testzip() is None


@SHIPPED
def test_the_first_sentence_says_what_an_assessor_would_miss_and_leads_there(state: Looked) -> None:
    shown = state.page("files")
    assert shown.headline == plain(say("files.headline.missing", count=1))
    assert say("files.no_result") not in shown.text
    assert "completeness" in {way.page for way in shown.ways}


def test_without_a_result_there_is_no_report(empty: duckdb.DuckDBPyConnection) -> None:
    year = year_of(empty)
    shown = visit("files", agency=year.code, year=str(YEAR))
    assert shown.headline == plain(say("files.headline.no_round"))
    assert say("files.no_result") in shown.text
    (way,) = [way for way in shown.ways if way.page == "entry"]
    assert (way.address["agency"], way.address["year"]) == (year.code, str(YEAR))
    assert [each for each in handed_out(shown) if each.file_name.startswith(say("files.name.result"))] == []


def test_without_a_plan_the_files_say_that_nothing_is_known(empty: duckdb.DuckDBPyConnection) -> None:
    store(empty, report(agency(1), measures=[], progress=[]))
    shown = visit("files")
    assert shown.problems == []
    assert shown.headline == plain(say("files.headline.no_plan"))


def test_the_chosen_round_is_that_of_report_and_slides(empty: duckdb.DuckDBPyConnection) -> None:
    store(empty, small_report(agency(1), months=6))
    store(empty, small_report(agency(1), months=12))
    latest, chosen = visit("files"), visit("files", round="6")
    assert any("รอบ 12 เดือน" in each for each in titles(latest))
    assert not any("รอบ 12 เดือน" in each for each in titles(chosen))
    assert [each.file_name for each in handed_out(chosen)][2].startswith("รายงานผล-รอบ-6-เดือน")


@pytest.mark.usefixtures("shipped")
def test_the_public_gets_no_paper_with_places_to_sign() -> None:
    for shown in (visit("files", view="public"), come("files", SIGNED_OUT)):
        assert handed_out(shown) == []
        assert say("page.files") in shown.text


def test_measures_with_hostile_titles_make_files_all_the_same(empty: duckdb.DuckDBPyConnection) -> None:
    titled = measure('=HYPERLINK("http://evil") <script>alert(1)</script> \u202eกข')
    store(empty, small_report(agency(1), measures=[titled], progress=[]))
    found = handed_out(visit("files"))
    assert all(each.content for each in found)
    page = next(each.content for each in found if each.file_name.endswith("html"))
    assert html.fromstring(page.decode()).xpath("//script") == []
