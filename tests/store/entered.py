"""What people enter in tests: an agency's year to enter into, entries and plans of any words, and refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

import duckdb
import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ita_analysis.entries import Cited, Entry, Plan, Signature, StepState
from ita_analysis.errors import ItaError
from ita_analysis.people import DESK, Person
from ita_analysis.store.building import data_version
from ita_analysis.store.plans import plan_of
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.rounds import Round, approve, submit
from ita_analysis.texts import explain
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import has_thai
from tests.store.files import tables
from tests.store.invented import NEWS, agency, measure, report, store
from tests.store.linked import number_of

YEAR, ROUND, LATER = 2564, 6, 12
STATES: tuple[StepState, ...] = ("done", "not_done", "not_stated")
SIGNATURE = Signature("นางสาวดี ตัวอย่าง", "นักวิชาการ", date(2021, 4, 5))
APPROVAL = Signature("นายสม ตัวอย่าง", "นายกเทศมนตรี", date(2021, 4, 9))
ENTRY = Entry(
    detail="เปิดรับคำร้องแล้ว\nสองช่องทาง",
    period=Span(date(2020, 10, 1), date(2021, 3, 31)),
    output="คำร้อง 48 เรื่อง",
    outcome="ซ่อมท่อเร็วขึ้น",
    note="ปรับแบบคำร้อง",
    owner="นายช่าง ตัวอย่าง",
    steps={1: "done", 2: "not_done"},
    evidence=(
        Cited("ประกาศ", "https://example.go.th/a", published_on=date(2021, 1, 7)),
        Cited("ภาพถ่าย", sha256="ab" * 32),
        Cited("ข่าว", "http://ข่าว.example/1", other_host_reason="หนังสือพิมพ์ของจังหวัด"),
        Cited("บันทึกข้อความที่ 5"),
    ),
)
PLAN = Plan(
    "มาตรการเปิดเผยข้อมูล",
    responsible="สำนักปลัด",
    follow_up="ทุกเดือน",
    timeframe="ตลอดปี",
    budget="ไม่ใช้งบประมาณ",
    success_indicator="เผยแพร่ครบทุกข้อ",
    guidelines=("ทำผังงาน", "เผยแพร่"),
    steps=("รวบรวม", "ตรวจ", "ลงเว็บไซต์"),
    rounds_months=(6, 12),
    items={"O1": "เผยแพร่โครงสร้าง", "O43": "รายงานผล"},
)
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = (
    "<script>alert(1)</script> & <b>",
    "=cmd|' /C calc'!A0",
    "[x](javascript:alert(1))",
    "'; drop table progress; --",
    "\u202eกลับทาง\u202c \u200fx\u200e",
    "บรรทัดหนึ่ง\r\nบรรทัดสอง\n\n\tสาม",
    "👩‍👩‍👧‍👦🙂 \U0001f1f9\U0001f1ed",
    "ก\0ข\0",
    "{count} %s $detail {{ 7*7 }} \\",
    "๒๕๖๔ น้ํา น้ำ",
    "ยาว" * 33_334,
    "\u200b",
    "ก\u2028ข\u0085ค",
    "null",
    '""',
)


@dataclass(frozen=True)
class Entered:
    """An open database, an agency's year in it, and the numbers of two of its measures."""

    opened: duckdb.DuckDBPyConnection
    code: str
    water: int
    news: int

    def entry(self, measure_id: int | None = None, months: int = ROUND) -> Entry | None:
        """Return what is stored of a measure in a round."""
        with self.opened.cursor() as cursor:
            return entry_of(cursor, measure_id or self.water, months)

    def plan(self, measure_id: int | None = None) -> Plan:
        """Return the stored plan of a measure."""
        with self.opened.cursor() as cursor:
            return plan_of(cursor, measure_id or self.water)

    def save(self, entry: Entry, measure_id: int | None = None, months: int = ROUND, who: Person = DESK) -> None:
        """Save a result upon what is stored."""
        number = measure_id or self.water
        save_entry(self.opened, number, months, entry, seen=self.entry(number, months), who=who)

    def round(self, months: int = ROUND) -> Round:
        """Return a round of the year."""
        return Round(self.code, YEAR, months)

    def lock(self, state: str = "approved", months: int = ROUND) -> None:
        """Submit a round, of which a result is stored, and approve it too."""
        submit(self.opened, self.round(months), SIGNATURE, who=DESK)
        if state == "approved":
            approve(self.opened, self.round(months), APPROVAL, who=DESK)


def year_of(opened: duckdb.DuckDBPyConnection, no: int = 1) -> Entered:
    """Store an agency's year with a plan of two measures in the rounds of 6 and 12 months, and no result."""
    plan = [measure(), measure(NEWS, answers=[7], unit="สำนักปลัด")]
    code = store(opened, report(agency(no), months=None, measures=plan)).agency_code
    return Entered(opened, code, number_of(opened, code), number_of(opened, code, NEWS))


def refused(opened: duckdb.DuckDBPyConnection, deed: Callable[..., object], *about: object, **told: object) -> str:
    """Return the key of a refusal, which says what is wrong in Thai and leaves every table as it was."""
    before = tables(opened)
    with pytest.raises(ItaError) as error:
        deed(*about, **told)
    assert tables(opened) == before, "something of what was refused was kept"
    assert has_thai(explain(error.value))
    return error.value.key


def changes_nothing(
    opened: duckdb.DuckDBPyConnection, deed: Callable[..., object], *about: object, **told: object
) -> None:
    """Do a deed that changes no table and counts no change."""
    before, version = tables(opened), data_version(opened)
    deed(*about, **told)
    assert tables(opened) == before
    assert data_version(opened) == version


def texts(most: int = 20) -> SearchStrategy[str]:
    """Return texts of any signs, hostile ones among them."""
    return st.text(max_size=most) | st.sampled_from(HOSTILE) | st.just("")


def lines() -> SearchStrategy[str]:
    """Return texts of any signs that are short enough for a field of one line."""
    return texts().filter(lambda text: len(text) <= 2000)


def cited() -> SearchStrategy[Cited]:
    """Return pieces of evidence with a title."""
    urls = st.just("") | lines().map(lambda text: f"https://example.go.th/{quote(text)}") | st.just("HTTP://x.example")
    digests = st.just("") | st.binary(min_size=32, max_size=32).map(bytes.hex)
    titles = lines().map(lambda text: f"หลักฐาน{text}"[:2000])
    days = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
    return st.builds(Cited, titles, urls.filter(lambda url: len(url) <= 2000), digests, days, lines())


def spans() -> SearchStrategy[Span | None]:
    """Return periods, and none."""
    days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
    return st.none() | st.tuples(days, days).map(lambda pair: Span(min(pair), max(pair)))


def entries(step_count: int = 2) -> SearchStrategy[Entry]:
    """Return entries that say something, about a measure of some steps."""
    steps = st.dictionaries(st.integers(1, step_count), st.sampled_from(STATES))
    said = texts().map(lambda text: f"ผล{text}")
    return st.builds(
        Entry, said, spans(), texts(), texts(), texts(), lines(), steps, st.lists(cited(), max_size=3).map(tuple)
    )


def plans() -> SearchStrategy[Plan]:
    """Return plans with a title, rounds and items of the year."""
    several = st.lists(texts(), max_size=4).map(tuple)
    months = st.lists(st.sampled_from((6, 12)), unique=True).map(tuple)
    items = st.dictionaries(st.sampled_from(("i1", "e1", "O1", "O43")), texts().map(lambda text: f"เพราะ{text}"))
    titles = lines().map(lambda text: f"มาตรการ{text}"[:2000])
    fields = (lines(),) * 5
    return st.builds(Plan, titles, *fields, several, several, months, items)
