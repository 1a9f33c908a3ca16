"""States of the data that people entered themselves: without a report, and upon one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import duckdb

from ita_analysis.entries import Cited, Entry, Plan
from ita_analysis.people import DESK
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.links import set_link
from ita_analysis.store.ordering import end_measure, order_measures
from ita_analysis.store.plans import add_measure
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.results import store_sheet
from ita_analysis.store.rounds import Round, approve, set_rounds, submit
from ita_analysis.thai.fiscal_year import Span
from tests.store.entered import APPROVAL, SIGNATURE, YEAR
from tests.store.invented import NEWS, WATER, agency, measure, report, result, store
from tests.store.linked import number_of
from tests.store.sheets import TEN, sheet

_HALF = Span(date(2020, 10, 1), date(2021, 3, 31))
_TOLD = Entry("เปิดรับคำร้องสองช่องทาง", _HALF, "คำร้อง 48 เรื่อง", "ซ่อมท่อเร็วขึ้น", owner="นายช่าง ตัวอย่าง")
_DATED = Cited("ประกาศช่องทางร้องเรียน", "https://example.go.th/news/1", published_on=date(2021, 1, 7))
_LATE = Cited("ข่าวเก่า", "https://example.go.th/news/0", published_on=date(2019, 1, 7))
_UNDATED = Cited("บันทึกข้อความที่ 5")


def entered_alone(opened: duckdb.DuckDBPyConnection) -> None:
    """Scores of a sheet, and a year that people began: measures and results, a round approved, a measure ended."""
    scores = sheet(dict.fromkeys(TEN, 60.0), year=YEAR - 1, who=[agency(8, "ตราด")])
    (code,) = store_sheet(opened, scores, "sheet", who=DESK).agency_codes
    set_rounds(opened, code, YEAR, {3: None, 6: date(2021, 4, 15), 12: None}, who=DESK)
    plans = (
        Plan(WATER, "กองการประปา", steps=("รับคำร้อง", "ซ่อมท่อ"), rounds_months=(3, 6, 12), items={"O1": "เผยแพร่แล้ว"}),
        Plan(NEWS, "สำนักปลัด", steps=("เขียนข่าว",), rounds_months=(6, 12), guidelines=("ทุกสัปดาห์",)),
        Plan("มาตรการที่ไม่มีใครรับผิดชอบ"),
        Plan("มาตรการที่รวมกับมาตรการอื่น", rounds_months=(3, 6, 12)),
    )
    told = [
        add_measure(opened, code, YEAR, plan, indicators={no: "ตอบตรง"}, who=DESK) for no, plan in enumerate(plans, 6)
    ]
    water, news, bare, ended = told
    entry = replace(_TOLD, steps={1: "done", 2: "not_done"}, evidence=(_DATED, _UNDATED, _LATE))
    save_entry(opened, water, 6, entry, seen=None, who=DESK)
    save_entry(opened, news, 6, replace(_TOLD, evidence=(_UNDATED,)), seen=None, who=DESK)
    save_entry(opened, water, 3, Entry(steps={1: "not_stated", 2: "done"}), seen=None, who=DESK)
    save_entry(opened, bare, 12, Entry("ทำแล้ว", period=None), seen=None, who=DESK)
    end_measure(opened, ended, date(2021, 1, 5), "รวมกับมาตรการแรก", who=DESK)
    order_measures(opened, code, YEAR, [news, water, ended, bare], seen=told, who=DESK)
    submit(opened, Round(code, YEAR, 6), SIGNATURE, who=DESK)
    approve(opened, Round(code, YEAR, 6), APPROVAL, who=DESK)


def entered_upon_a_report(opened: duckdb.DuckDBPyConnection) -> None:
    """A report that people went on with: a result, a measure, an end, a round handed over, the year after begun."""
    told = [result(dates=[date(2020, 11, 3)], evidence="ภาพถ่าย"), result(NEWS)]
    plan = [measure(), measure(NEWS, answers=[7], unit="สำนักปลัด")]
    code = store(opened, report(weak=(6, 7, 8), measures=plan, progress=told)).agency_code
    water, news = number_of(opened, code), number_of(opened, code, NEWS)
    with opened.cursor() as cursor:
        seen = entry_of(cursor, water, 6)
    assert seen is not None
    save_entry(opened, water, 6, replace(seen, note="ตรวจแล้ว", steps={1: "done", 2: "done"}), seen=seen, who=DESK)
    added = Plan("มาตรการเปิดเผยข้อมูล", steps=("รวบรวม", "ลงเว็บไซต์"), rounds_months=(12,))
    more = add_measure(opened, code, YEAR, added, indicators={8: "แก้จุดอ่อนที่ไม่มีมาตรการ"}, who=DESK)
    set_link(opened, more, 9, "ตอบด้วย", seen=None, who=DESK)
    save_entry(opened, more, 12, replace(_TOLD, period=None, evidence=(_UNDATED,)), seen=None, who=DESK)
    submit(opened, Round(code, YEAR, 6), SIGNATURE, who=DESK)
    carry_over(opened, code, YEAR, [water, news, more], who=DESK)
    end_measure(opened, news, date(2021, 9, 1), "แล้วเสร็จ", who=DESK)
    carried = number_of_year(opened, code, YEAR + 1)
    save_entry(opened, carried, 6, Entry("ทำต่อจากปีก่อน", evidence=(_UNDATED,)), seen=None, who=DESK)


def number_of_year(opened: duckdb.DuckDBPyConnection, code: str, year: int) -> int:
    """Return the number of the first measure of a year."""
    asked = "select min(measure_id) from measure where agency_code = $code and fiscal_year_be = $year"
    with opened.cursor() as cursor:
        ((number,),) = cursor.execute(asked, {"code": code, "year": year}).fetchall()
    return int(number)
