"""Invented agencies and reports as records, and the way the program stores them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from ita_analysis.intake.preview import Preview
from ita_analysis.people import DESK
from ita_analysis.records import Agency, IndicatorLink, Measure, Progress, Report, Weakness
from ita_analysis.review import review
from ita_analysis.store.database import transaction
from ita_analysis.store.reports import StoredReport, store_report
from ita_analysis.store.statements import write, write_all, write_rows
from ita_analysis.thai.dates import StatedDate
from ita_analysis.thai.text import key

WATER, NEWS = "มาตรการปรับปรุงการให้บริการน้ำประปา", "มาตรการประชาสัมพันธ์เชิงรุก"
FILE_NAME = "รายงาน.docx"


def agency(no: int = 1, province: str | None = "แพร่") -> Agency:
    """Return one of many agencies that do not exist."""
    return Agency(f"เทศบาลตำบลตัวอย่างที่ {no}", "แม่ตัวอย่าง", province)


def measure(
    title: str = WATER,
    *,
    steps: Sequence[str] = ("จัดทำแบบคำร้อง", "สรุปผลรายเดือน"),
    answers: Sequence[int] = (6,),
    rounds: Sequence[int] = (6, 12),
    unit: str | None = "กองการประปา",
) -> Measure:
    """Return a measure that answers indicators on the document's own word."""
    links = tuple(IndicatorLink(no, "document", "เอกสารระบุ") for no in answers)
    return Measure(title, ("แนวทาง",), tuple(steps), unit, tuple(rounds), links)


def result(title: str = WATER, *, dates: Sequence[date] = (), months: int | None = None, **texts: str) -> Progress:
    """Return a result of a measure; `texts` replace its detail, output, outcome, note."""
    told = {"detail": "เปิดรับคำร้องแล้ว", "output": "คำร้อง 48 เรื่อง", "outcome": "ซ่อมท่อเร็วขึ้น"} | texts
    stated = tuple(StatedDate(day, day.isoformat()) for day in dates)
    return Progress(title, stated_on=stated, round_months=months, **told)


def report(
    who: Agency | None = None,
    *,
    year: int = 2564,
    months: int | None = 6,
    weak: Sequence[int] = (6, 7),
    scores: Mapping[int, float] | None = None,
    measures: Sequence[Measure] = (),
    progress: Sequence[Progress] = (),
) -> Report:
    """Return a report of an agency's year about its measures; `scores` stand in prose beside the weak indicators."""
    named = tuple(Weakness(no, f"ตัวชี้วัดที่ {no}", "develop", score=(scores or {}).get(no)) for no in weak)
    return Report(who or agency(), year, months, year - 1, named, tuple(measures), tuple(progress))


def small_report(who: Agency | None = None, *, months: int = 6, **about: object) -> Report:
    """Return a report with two weak indicators, of which one has a measure, and one result in the round."""
    day = date(2020, 11, 3) if months == 6 else date(2021, 7, 1)
    told = {"measures": [measure()], "progress": [result(dates=[day], detail=f"รอบ {months} เดือน")]}
    return report(who, months=months, **{**told, **about})  # type: ignore[arg-type]


def store(opened: duckdb.DuckDBPyConnection, shown: Report, file_name: str = FILE_NAME) -> StoredReport:
    """Store a report with its findings and its fingerprint, as the program does."""
    return store_report(opened, Preview(file_name, shown, tuple(review(shown))), who=DESK)


def store_scores(opened: duckdb.DuckDBPyConnection, code: str, year: int, scores: Mapping[str, float]) -> None:
    """Store an agency's result of a year: indicators by number, and `total`."""
    about = {"agency_code": code, "fiscal_year_be": year, "source": "official"}
    levels = [(name, "total" if name == "total" else "indicator") for name in scores]
    cursor = opened.cursor()
    with transaction(cursor):
        write(cursor, "result", {"agency_code": code, "fiscal_year_be": year})
        write_all(cursor, "score", [{**about, "level": lvl, "code": no, "score": scores[no]} for no, lvl in levels])
        write(cursor, "data_changed")


def judge(opened: duckdb.DuckDBPyConnection, title: str, states: Mapping[tuple[int, int], str]) -> None:
    """Store what an analyst made of the steps of every measure of a title: (step, round) to state."""
    cursor = opened.cursor()
    found = cursor.execute("select measure_id from measure where title_key = $title", {"title": key(title)}).fetchall()
    rows = [
        {"measure_id": measure_id, "step_no": step, "round_months": months, "state": state, "reason": "อ่านจากรายงาน"}
        for (measure_id,) in found
        for (step, months), state in states.items()
    ]
    with transaction(cursor):
        write_rows(cursor, "step_progress", rows)
        write(cursor, "data_changed")
