"""The page for an agency's website: all there is to tell, nobody's name, nothing that runs or asks outside."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import paths
from ita_analysis.documents.names import Veil, veil_of
from ita_analysis.documents.public_page import public_page
from ita_analysis.entries import Cited, Entry, Signature
from ita_analysis.evidence import Looked
from ita_analysis.people import DESK
from ita_analysis.publishing.gathered import Gathered
from ita_analysis.records import Signatory
from ita_analysis.store.building import ready
from ita_analysis.store.citing import store_looks
from ita_analysis.store.progress import save_entry
from ita_analysis.store.rounds import Round, approve, submit
from ita_analysis.texts import say
from tests.documents.public_pages import only_page, page_of, parts_of, read, tables, text_of
from tests.documents.told import PEOPLE
from tests.store.files import rows
from tests.store.invented import NEWS, measure, report, result, small_report, store
from tests.store.linked import number_of
from tests.ui.states import SCORES, STATES, TAGS

IN_STATES = [name for name in STATES if name != "no_report"]
PLAN = ["มาตรการ", "แนวทางปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม"]
NAME = "นามลับ"
SCRIPTS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "JaVaScRiPt:alert(1)",
    "//outside.example",
)


@pytest.fixture(scope="module")
def parts(built: dict[str, Path]) -> Gathered:
    with duckdb.connect(str(built["shipped"]), read_only=True) as opened:
        return parts_of(opened, "khao-saming", 2564)


@pytest.fixture(scope="module")
def of_record(parts: Gathered) -> bytes:
    return public_page(parts.facts, parts.plan, parts.results, parts.evidence)


def links(page: bytes) -> list[str]:
    return [str(each) for each in read(page).xpath("//a/@href")]


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("name", IN_STATES)
def test_in_every_state_of_the_data_the_page_is_sound(name: str) -> None:
    opened = ready(paths.database())
    STATES[name](opened)
    page = only_page(opened)
    root = read(page)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each.removeprefix("#") for each in links(page) if each.startswith("#")} <= set(ids)
    for names in root.xpath("//@aria-labelledby | //@headers"):
        assert set(names.split()) <= set(ids)
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in root.iter("table"):
        assert text_of(table.find("caption"))
        assert all(each.get("scope") for each in table.iter("th"))
        assert all(row.findall("th") for row in table.iter("tr"))
    for picture in root.xpath("//svg[not(ancestor-or-self::*[@aria-hidden])]"):
        assert picture.get("role") == "img"
        assert text_of(picture.find("title"))
    assert not {"nan", "None", "NaT"} & set(text_of(root).split())
    assert not {"⟦", "⟧"} & set(text_of(root))


def test_the_page_says_what_it_is(of_record: bytes) -> None:
    root = read(of_record)
    assert root.get("lang") == "th"
    assert "เขาสมิง" in text_of(root.find(".//title"))
    assert text_of(root.find(".//h1")) == "จุดอ่อน 3 ตัวชี้วัด: ตัวชี้วัดที่ 8 ยังไม่มีมาตรการ"
    for words in ("ปีงบประมาณ พ.ศ. 2564", "ข้อมูล ณ เมษายน 2564", "จัดทำหน้านี้เมื่อ 26 พฤศจิกายน 2569"):
        assert words in text_of(root.find(".//header"))
    assert [len(root.xpath(f"//{each}")) for each in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert root.xpath("//body/a/@href") == ["#main"], "the way past the menu stands first"
    assert say("head.synthetic") not in text_of(root)


def test_plan_and_results_stand_in_the_official_columns(of_record: bytes) -> None:
    found = tables(of_record)
    assert found["plan-table"][0] == PLAN
    assert len(found["plan-table"]) == 1 + 3
    above, below, *results = found["round-6-table"]
    assert above == ["มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "หมายเหตุ"]
    assert below == ["ผลผลิต", "ผลลัพธ์"]
    assert [len(row) for row in results] == [6, 6, 6]


def test_a_cell_under_two_headings_names_both(of_record: bytes) -> None:
    root = read(of_record)
    cell = root.xpath("//table[@id='round-6-table']/tbody/tr[1]/td[3]")[0]
    row, own, above = (text_of(root.get_element_by_id(each)) for each in cell.get("headers").split())
    assert (own, above) == ("ผลผลิต", "ผลการดำเนินการ")
    assert row.startswith("มาตรการตรวจสอบการใช้ดุลพินิจ")


@pytest.mark.parametrize("evidence", [None, "https://www.khaosaming.go.th"])
def test_every_column_of_an_official_table_has_its_width(parts: Gathered, evidence: str | None) -> None:
    of = parts.results[6]
    told = replace(of, report=replace(of.report, progress=(replace(of.report.progress[0], evidence=evidence),)))
    root = read(public_page(parts.facts, parts.plan, {6: told}, parts.evidence))
    (style,) = root.xpath("//style/text()")
    for table in root.xpath("//table[contains(@class, 'official')]"):
        widths = [re.search(rf"\.{each} {{ width: (\d+)%; }}", style) for each in table.xpath("colgroup/col/@class")]
        assert sum(int(found[1]) for found in widths if found) == 100


def test_without_scores_it_says_so_ten_times_and_draws_nothing(of_record: bytes) -> None:
    assert [row[1] for row in tables(of_record)["scores-table"][1:]] == [say("missing")] * 10
    assert read(of_record).xpath("//svg[contains(@class, 'scores')]") == []
    assert say("public.scores.missing") in text_of(read(of_record))


@pytest.mark.usefixtures("empty")
def test_a_score_of_zero_is_a_score_and_a_missing_one_no_bar() -> None:
    opened = ready(paths.database())
    STATES["scored"](opened)
    page = only_page(opened)
    found = {row[0].split()[0]: row[1] for row in tables(page)["scores-table"][1:]}
    assert found == {**{no: f"{score:.2f}" for no, score in SCORES.items()}, "10": say("missing")}
    (picture,) = read(page).xpath("//svg[@class='scores']")
    widths = [each.get("width") for each in picture.xpath("rect[starts-with(@class, 'bar')]")]
    assert [float(each.rstrip("%")) for each in widths] == list(SCORES.values())
    assert len(picture.xpath("rect[@class='slot missing']")) == 1
    told = text_of(picture.find("desc"))
    assert all(f"{score:.2f}" in told for score in SCORES.values())
    assert f"10 การป้องกันการทุจริต: {say('missing')}" in told


def test_each_weak_indicator_has_its_measures_or_the_lack_of_one(of_record: bytes) -> None:
    rows_shown = {row[0].split()[0]: row[2] for row in tables(of_record)["weak-table"][1:]}
    assert set(rows_shown) == {"7", "8", "10"}
    assert say("coverage.no_measure") in rows_shown["8"]
    assert "เผยแพร่ข้อมูล" in rows_shown["7"]
    assert say("basis.analyst") in rows_shown["10"]


def test_the_steps_drawn_are_those_counted(of_record: bytes) -> None:
    pictures = read(of_record).xpath("//svg[@class='squares']")
    drawn = [[each.get("class") for each in picture.xpath("rect")] for picture in pictures]
    assert drawn == [["done", "done", "not_stated"], ["done", "not_stated"], ["done"]]
    assert text_of(pictures[0].find("title")) == "ทำแล้ว 2 จาก 3 ขั้นตอน · ไม่ได้ระบุ 1"


@pytest.mark.usefixtures("empty")
def test_a_year_without_measures_says_so() -> None:
    opened = ready(paths.database())
    STATES["weaknesses_alone"](opened)
    page = only_page(opened)
    assert set(tables(page)) == {"scores-table", "weak-table"}
    for key in ("public.plan.none", "public.results.none", "public.evidence.none"):
        assert say(key) in text_of(read(page))


@pytest.mark.usefixtures("empty")
def test_forty_measures_are_all_there_and_only_reported_rounds() -> None:
    opened = ready(paths.database())
    STATES["forty_measures"](opened)
    page = only_page(opened)
    found = tables(page)
    assert len(found["plan-table"]) == 1 + 40
    assert len(found["round-12-table"]) == 2 + 40
    assert [each for each in found if each.startswith("round-")] == ["round-12-table"]
    assert len(page) < 400_000


@pytest.mark.usefixtures("empty")
def test_made_up_data_say_so_twice() -> None:
    opened = ready(paths.database())
    STATES["demo"](opened)
    root = read(only_page(opened))
    assert all(say("head.synthetic") in text_of(root.find(f".//{each}")) for each in ("header", "footer"))
    assert "ทางสั้นที่สุด" not in text_of(root), "what a score might become is not for the public"


def test_the_same_data_make_the_same_bytes_and_the_day_is_given(shipped: duckdb.DuckDBPyConnection) -> None:
    found = parts_of(shipped, "khao-saming", 2564)
    made = [public_page(found.facts, found.plan, found.results, found.evidence) for _ in range(2)]
    assert made[0] == made[1] == page_of(shipped, "khao-saming", 2564)
    later = replace(found.facts, today=date(2027, 1, 2))
    assert "2 มกราคม 2570" in public_page(later, found.plan, found.results, found.evidence).decode()


def test_nothing_runs_and_nothing_is_fetched(of_record: bytes) -> None:
    root = read(of_record)
    assert root.xpath("//script | //iframe | //object | //embed | //link | //img | //form | //base | //@src") == []
    assert [name for each in root.iter() for name in each.attrib if name.startswith("on") or name == "style"] == []
    (style,) = root.xpath("//style/text()")
    assert set(re.findall(r"url\(\"?([a-z#]+)", style)) == {"data", "#hatch"}
    assert "@import" not in style
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


@pytest.mark.usefixtures("empty")
def test_hostile_texts_are_words() -> None:
    opened = ready(paths.database())
    STATES["hostile"](opened)
    page = only_page(opened)
    root = read(page)
    assert root.xpath("//script | //img | //@onerror") == []
    assert len(root.xpath("//style")) == 1
    assert all(each.startswith("#") for each in links(page))
    assert [tag for tag in TAGS if tag not in text_of(root)] == []


@settings(max_examples=25)
@given(words=st.text(max_size=40))
def test_any_text_of_a_plan_stays_a_text(parts: Gathered, words: str) -> None:
    changed = replace(parts.plan.report.measures[0], responsible=words, steps=(words, words))
    plan = replace(parts.plan, report=replace(parts.plan.report, measures=(changed,)))
    root = read(public_page(parts.facts, plan, parts.results, parts.evidence))
    assert len(root.xpath("//table[@id='plan-table']/tbody/tr/td")) == 4


@pytest.fixture
def cited(empty: duckdb.DuckDBPyConnection) -> str:
    """An agency whose result of twelve months cites two pages, one of which was looked at."""
    code = store(empty, small_report()).agency_code
    pieces = (Cited("ภาพกิจกรรม", "https://trat.go.th/1?a=1&b=2"), Cited("ประกาศ", "https://trat.go.th/2"))
    save_entry(empty, number_of(empty, code), 12, Entry("ทำครบแล้ว", evidence=pieces), seen=None, who=DESK)
    looked = Looked(
        "https://trat.go.th/1?a=1&b=2", datetime.fromisoformat("2026-11-20 09:30"), "gone", 404, (), "", "missing"
    )
    store_looks(empty, code, [looked], who=DESK)
    return code


def test_evidence_leads_to_its_address_and_says_what_the_last_look_found(
    empty: duckdb.DuckDBPyConnection, cited: str
) -> None:
    page = page_of(empty, cited, 2564)
    outside = [each for each in read(page).xpath("//a") if not each.get("href").startswith("#")]
    assert [each.get("href") for each in outside] == ["https://trat.go.th/1?a=1&b=2", "https://trat.go.th/2"]
    assert {each.get("rel") for each in outside} == {"noopener noreferrer nofollow"}
    first, second = (row for row in tables(page)["evidence-table"][1:] if "รอบ 12 เดือน" in row[0])
    assert first[3].endswith(f"{say('evidence.live.gone')}ตรวจเมื่อ 20 พฤศจิกายน 2569")
    assert second[3] == say("cited.unlooked")
    hosts = set(re.findall(r"https?://([^/\"' <]+)", page.decode()))
    assert hosts == {"trat.go.th"}, "no other host is named anywhere"


@pytest.mark.parametrize("url", SCRIPTS)
def test_what_is_no_address_of_the_web_is_no_link(empty: duckdb.DuckDBPyConnection, cited: str, url: str) -> None:
    found = parts_of(empty, cited, 2564)
    page = public_page(found.facts, found.plan, found.results, found.evidence.assign(url=url))
    assert [each for each in links(page) if not each.startswith("#")] == []
    assert url in text_of(read(page))


def test_an_address_that_names_a_person_is_no_link(empty: duckdb.DuckDBPyConnection, cited: str) -> None:
    found = parts_of(empty, cited, 2564)
    url = f"https://trat.go.th/{quote('นายสมมุติ ใจดี')}.pdf"
    page = public_page(found.facts, found.plan, found.results, found.evidence.assign(url=url))
    assert [each for each in links(page) if not each.startswith("#")] == []
    assert quote("สมมุติ") not in page.decode()
    assert "สมมุติ" not in page.decode()


@pytest.mark.parametrize("person", [*PEOPLE, f"{NAME} ลับเฉพาะ"])
def test_whoever_signed_is_named_nowhere(empty: duckdb.DuckDBPyConnection, person: str) -> None:
    bare = person.removeprefix("นางสาว").removeprefix("นาย").removeprefix("ดร.").removeprefix("ว่าที่ร้อยตรี")
    said = {"output": f"มอบให้{person}แล้ว", "note": f"ติดต่อ {bare}", "outcome": "ดีขึ้น"}
    made = [measure(unit=f"กองการประปา ({person})"), measure(NEWS, unit=bare)]
    told = report(measures=made, progress=[result(**said), result(NEWS)])
    code = store(empty, replace(told, signatories=(Signatory("ผู้จัดทำ", person, f"นิติกร ({bare})"),))).agency_code
    for change in (submit, approve):
        change(empty, Round(code, 2564, 6), Signature(person, "ปลัดเทศบาล", date(2021, 4, 9)), who=DESK)
    assert rows(empty, "select count(*) from signatory where name = $1", person) == [(1,)]
    page = page_of(empty, code, 2564)
    assert bare.split()[-1] not in page.decode()
    assert page.decode().count(say("public.hidden")) >= 5
    assert "ดีขึ้น" in text_of(read(page))
    shown = tables(page)["approval-table"][1:]
    assert [say("public.state.approved"), say("document.role.approved"), "ปลัดเทศบาล", "9 เมษายน 2564"] in [
        row[1:] for row in shown
    ]


def test_nobody_of_the_shipped_record_is_named(shipped: duckdb.DuckDBPyConnection, of_record: bytes) -> None:
    names = [str(name) for (name,) in rows(shipped, "select name from signatory where name is not null")]
    assert names
    assert [name for name in names if name in of_record.decode()] == []
    assert [row[1:] for row in tables(of_record)["approval-table"][1:]][-1] == [
        say("public.state.open"), say("document.role.approved"), say("public.approval.none"), say("missing"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["โดยนายสมมุติ ใจดี", "มอบให้นางสาวสมมุติ", "นาย\u200bสมมุติ ใจดี", "ผู้รับผิดชอบ:นายสมมุติ", "น.ส.สมมุติ ใจดี", "“นายสมมุติ”"],
)
def test_a_title_tells_a_person_wherever_it_stands(text: str) -> None:
    assert Veil().hides(text)


@pytest.mark.parametrize(
    "text",
    ["เสนอให้นายกเทศมนตรีทราบ", "และนายกสภา", "คำสั่งของนายอำเภอ", "โดยนายทะเบียน", "จดหมาย", "ให้หน่วยงาน", "นายกรัฐมนตรี"],
)
def test_an_office_is_no_person(text: str) -> None:
    assert Veil()(text) == text


def test_a_name_of_few_letters_is_looked_for_with_its_title_only() -> None:
    assert veil_of([replace(report(), signatories=(Signatory("ผู้จัดทำ", "นายดี", None),))]).names == frozenset()
