"""The public sees no personal name: not on any page that links lead to, nor in any file that is handed out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.entries import Cited, Entry, Signature
from ita_analysis.errors import RightMissing
from ita_analysis.people import DESK, PUBLIC, Person
from ita_analysis.records import Signatory
from ita_analysis.store.attachments import attach
from ita_analysis.store.people import Entry as Entitled
from ita_analysis.store.people import set_person
from ita_analysis.store.progress import save_entry
from ita_analysis.store.rounds import Round, approve, submit
from ita_analysis.texts import explain, say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.cited import content
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.standing import Visit
from tests.store.files import rows
from tests.store.invented import NEWS, measure, result, small_report, store
from tests.store.linked import number_of
from tests.ui.handed_out import handed_out
from tests.ui.markup import Way
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.signed import ADMIN, SIGNED_OUT, account, appoint, come

# Invented names, each in a place of its own, each with a word that stands nowhere else.
MARK = "นามลับ"
PREPARED, ENTERED, SIGNED, APPROVED, WROTE = (
    f"{MARK}{each} ตัวอย่าง" for each in ("ผู้จัดทำ", "เจ้าของผล", "ผู้ส่ง", "ผู้อนุมัติ", "ผู้แก้ไข")
)
# The form takes the name of a file as the title of the evidence where none was typed.
ATTACHED = f"บัญชีรายชื่อ {MARK}ในไฟล์.pdf"
ENTITLED = f"สรุป {MARK}ในไฟล์ที่สอง.pdf"
WRITER = Person("administrator", "writer@trat.go.th", WROTE, "ปลัด")
POSITION = "นิติกรชำนาญการพิเศษ"


@pytest.fixture(autouse=True)
def _named(empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agency whose report nobody approves, with results, rounds and links under people's names."""
    monkeypatch.delenv("ITA_ADMINISTRATOR", raising=False)
    appoint(empty, ADMIN, WRITER)
    told = small_report(measures=[measure(), measure(NEWS, answers=(7,))], progress=[result(), result(NEWS)])
    code = store(empty, replace(told, signatories=(Signatory("ผู้จัดทำ", PREPARED, POSITION),))).agency_code
    number = number_of(empty, code)
    first, second = (
        attach(empty, paths.database(), name, f"%PDF-1.7 {MARK} {name}".encode(), who=WRITER)
        for name in (ATTACHED, ENTITLED)
    )
    evidence = (
        Cited("ภาพกิจกรรม", "https://trat.go.th/1"),
        Cited(ATTACHED, sha256=first.sha256, published_on=date(2021, 9, 1)),
        Cited("สรุปผล", sha256=second.sha256),
    )
    later = Entry("ทำครบแล้ว", output="1 เรื่อง", outcome="ดีขึ้น", owner=ENTERED, evidence=evidence)
    save_entry(empty, number, 12, later, seen=None, who=WRITER)
    for months in (6, 12):
        submit(empty, Round(code, 2564, months), Signature(SIGNED, POSITION, date(2021, 4, 1)), who=WRITER)
    approve(empty, Round(code, 2564, 6), Signature(APPROVED, POSITION, date(2021, 4, 9)), who=WRITER)


def texts(shown: Screen) -> Iterator[str]:
    """Yield all that a page shows or says to those who hear it: HTML, widgets, charts, tables."""
    yield shown.html
    at = shown.at
    for each in (*at.button, *at.text_input, *at.text_area, *at.checkbox, *at.expander, *at.file_uploader):
        yield f"{each.label} {getattr(each, 'value', '')}"
    for box in (*at.selectbox, *at.multiselect):
        yield f"{box.label} {box.value} {' '.join(map(str, box.options))}"
    for chart in shown.charts:
        yield " ".join([*texts_of(chart), chart["alt"], json.dumps(chart["data"], ensure_ascii=False)])
    for table in at.dataframe:
        yield table.value.to_csv()


def files(shown: Screen) -> Iterator[str]:
    """Yield all cells of the files that a page hands out, and the attached files as they are, each with its name."""
    for each in handed_out(shown):
        yield each.file_name
        if each.file_name.endswith("pdf"):
            yield each.content.decode()
        elif each.file_name.endswith("csv"):
            yield each.content.decode("utf-8-sig")
        else:
            with ZipFile(BytesIO(each.content)) as parts:
                yield from (parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def named(shown: Screen) -> list[str]:
    """Return what holds one of the invented names."""
    return [text for text in (*texts(shown), *files(shown)) if MARK in text or WRITER.email in text]


def in_public() -> Screen:
    return visit("executive", view="public")


def signed_out() -> Screen:
    return come("executive", SIGNED_OUT)


def without_a_right() -> Screen:
    return come("executive", account("nobody@trat.go.th"))


def test_the_names_are_all_stored(empty: duckdb.DuckDBPyConnection) -> None:
    """Else nothing below could fail."""
    found = rows(
        empty,
        "select name from signatory union all select quote from finding union all select owner from progress"
        " union all select signed_name from round union all select who_name from audit"
        " union all select name from person union all select file_name from attachment",
    )
    stored = " ".join(str(name) for (name,) in found)
    assert [
        name for name in (PREPARED, ENTERED, SIGNED, APPROVED, WROTE, ATTACHED, ENTITLED) if name not in stored
    ] == []
    assert rows(empty, "select count(*) from finding where quote like '%' || $1 || '%'", MARK) == [(1,)]


def test_people_at_work_see_the_names() -> None:
    at_the_desk = " ".join(text for page in PAGES for text in texts(visit(page)))
    assert [name for name in (SIGNED, WROTE) if name not in at_the_desk] == []
    of_measure = visit("measures", measure="1")
    assert named(of_measure)
    assert {each.file_name for each in handed_out(of_measure)} >= {ATTACHED, ENTITLED}


def test_the_public_finds_no_name_wherever_links_lead() -> None:
    shown, seen, ahead = in_public(), set(), [Way(page) for page in PAGES]
    while ahead:
        way = ahead.pop()
        shown.click(way)
        assert shown.traces == []
        assert named(shown) == [], way
        for each in shown.ways:
            known = (each.page, tuple(sorted(each.address.items())))
            if each.page and known not in seen:
                seen.add(known)
                ahead.append(each)
    led_to = {page for page, _ in seen}
    assert led_to >= {"measures", "source", "coverage", "rounds", "weaknesses"}
    assert led_to <= {name for name, (_, _, need) in PAGES.items() if need is None}, "no link leads to a closed page"


@pytest.mark.parametrize("begin", [signed_out, without_a_right], ids=lambda each: each.__name__)
def test_whoever_is_not_appointed_finds_no_name_on_any_page(begin: Callable[[], Screen]) -> None:
    shown = begin()
    for page in PAGES:
        assert named(shown.click(Way(page))) == [], page


@pytest.mark.parametrize("begin", [in_public, signed_out, without_a_right], ids=lambda each: each.__name__)
def test_the_public_is_asked_for_nothing_and_reads_no_queue(begin: Callable[[], Screen]) -> None:
    shown = begin()
    assert shown.elements("div", "request") == []
    assert say("executive.weak_title_public") in shown.text
    assert say("executive.weak_title") not in shown.text
    assert [each.text for each in shown.elements("h2") if each.text.startswith(("งานค้าง", "ขอให้"))] == []


def test_people_at_work_are_asked_and_read_the_queue() -> None:
    shown = visit("executive")
    assert shown.elements("div", "request")
    headings = [each.text for each in shown.elements("h2")]
    assert [any(each.startswith(word) for each in headings) for word in ("งานค้าง", "ขอให้")] == [True, True]


def test_in_the_place_of_a_name_it_says_that_there_is_one() -> None:
    assert say("frame.name_hidden") in in_public().click(Way("measures")).text


def test_in_the_place_of_a_file_it_says_that_there_is_one() -> None:
    shown = in_public().click(Way("measures", (("measure", "1"),)))
    assert shown.text.count(say("cited.file_hidden")) == 4, "two files; the title that names one, twice"
    assert not {each.file_name for each in handed_out(shown)} & {ATTACHED, ENTITLED}


def test_the_content_of_a_file_is_refused_to_whoever_may_not_see_names(empty: duckdb.DuckDBPyConnection) -> None:
    """A button that was shown earlier asks for it outside of any run of a page."""
    ((sha256,),) = rows(empty, "select sha256 from attachment where file_name = $1", ATTACHED)
    at_work = Visit(WRITER, "appointed", WRITER.email)
    assert ATTACHED.encode() in content(Visit(DESK, "desk"), str(sha256))
    assert ATTACHED.encode() in content(at_work, str(sha256))
    set_person(empty, WRITER, is_active=False, seen=Entitled(WRITER), who=DESK)
    for each in (at_work, at_work.in_public(), Visit(PUBLIC, "signed_out"), Visit(PUBLIC, "exposed")):
        with pytest.raises(RightMissing) as error:
            content(each, str(sha256))
        assert has_thai(explain(error.value))


@pytest.mark.parametrize("first", [in_public, visit], ids=["the public first", "the desk first"])
def test_what_one_visitor_is_shown_is_not_kept_for_the_other(first: Callable[[], Screen]) -> None:
    """Screens are kept between visitors: by what each may see."""
    for begin in (first, in_public, visit):
        shown = begin()
        shown.click(Way("measures"))
        assert bool(named(shown)) == (begin is visit)
