"""Reports for official documents: the shipped one out of the store, and any that the store may tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import duckdb
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.documents.paper.material import Material, material
from ita_analysis.intake import cells
from ita_analysis.intake.document import Cell
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.rules import rule_changes
from ita_analysis.records import Agency, IndicatorLink, Measure, Progress, Report, Signatory, Weakness
from ita_analysis.sentences.weak import judged, stated_rule
from ita_analysis.store.written import written
from ita_analysis.store.year_report import papers_of_year
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import key

DAY = date(2026, 11, 26)
DATA_OF = "ข้อมูล ณ เมษายน 2564"
CODE, YEAR = "khao-saming", 2564


def stored(opened: duckdb.DuckDBPyConnection, months: int | None, code: str = CODE, year: int = YEAR) -> Material:
    """Return the material of a stored year, as the program puts it together."""
    with opened.cursor() as cursor:
        found = written(cursor, code, year)
        assert found
        paper = papers_of_year(cursor, code, found.report, [months])[months]
    report = paper.report
    prior = report.prior_fiscal_year_be or year - 1
    rule = stated_rule(rule_changes(opened, prior), prior).rule
    of = material(report, judged(indicators(opened, code, year), rule), DAY, rule)
    return replace(of, signed_on=paper.signed_on, data_of=DATA_OF)


HOSTILE = [
    "=1+1", "@x", "-2+3", "- ก - ข", "ก - ข", "1. ก 2. ข", "๑) ก", "• ก", "ก\x00ข", "ก\x0bข\x1f", "\ud800ก", "\ufffe",
    "มาตรการ \u202eกขค\u202c", "مرحبا", "😀👩‍👩‍👧", "น้ํา", "เเก", "ก\u200bข", "ก\u00a0ข", "<b>&amp;</b>", "]]>",
    "หลักฐาน: https://example.go.th/a?b=1&c=2", "สถานะ: แล้วเสร็จ", "-", "ไม่มี", "ไม่มีข้อมูล", "ก\n\nข\n  ค", "ก\tข",
    "รายงานผลรอบ 3 เดือน", "ต้องแก้ไขโดยเร่งด่วน ตัวชี้วัดที่ 1", "ปีงบประมาณ พ.ศ. 2570", "7 ม.ค. 2563", "ผลผลิต",
    "องค์การบริหารส่วนตำบลอื่น", "ลงชื่อ ผู้อนุมัติ", "{name}", "\\", "\x85ก", "ก\u2028ข",
]  # fmt: skip
TEXTS = st.text(max_size=30) | st.sampled_from(HOSTILE)
WORDS = st.none() | TEXTS
LINES = st.lists(TEXTS, max_size=4).map(tuple)
ROUNDS = st.sets(st.sampled_from((3, 6, 9, 12))).map(lambda found: tuple(sorted(found)))
RULES = framework.load(2563)
NAMES = ["เขาสมิง", "บ้านตัวอย่าง", "แม่ทดลอง"]
KINDS = ["องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "มหาวิทยาลัย", "โรงพยาบาล"]
PEOPLE = ["นางสาวสมมุติ ใจดี", "นายตัวอย่าง มั่นคง", "ดร.ทดสอบ รอบคอบ", "ว่าที่ร้อยตรีสมมุติ กล้าหาญ"]


def is_title(text: str) -> bool:
    """Return whether a text names a measure, as the store and the reader want it."""
    said = cells.title(Cell((text,)))
    return bool(said and key(said) and key(text))


TITLES = (TEXTS | st.sampled_from(["มาตรการ ก", "มาตรการเผยแพร่ข้อมูล", "ประกาศเจตจำนงสุจริต"])).filter(is_title)
SPANS = st.tuples(st.dates(date(2018, 1, 1), date(2030, 1, 1)), st.integers(0, 400)).map(
    lambda pair: Span(pair[0], pair[0] + timedelta(pair[1]))
) | st.just(Span(date(2020, 10, 1), date(2021, 3, 31)))


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    links = draw(st.lists(st.integers(1, 10), max_size=3, unique=True))
    basis = draw(st.sampled_from(["document", "analyst", "wording"]))
    texts = {name: draw(WORDS) for name in ("responsible", "follow_up", "timeframe", "budget", "success_indicator")}
    return Measure(
        title=" ".join(draw(TITLES).split()),
        guidelines=draw(LINES),
        steps=draw(LINES),
        rounds_months=draw(ROUNDS),
        indicators=tuple(IndicatorLink(no, basis) for no in sorted(links)),
        **texts,
    )


@st.composite
def results(draw: st.DrawFn, title: str) -> Progress:
    texts = {name: draw(WORDS) for name in ("detail", "output", "outcome", "note", "evidence", "status")}
    return Progress(title, period=draw(st.none() | SPANS), **texts)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report of a round as the store may tell it."""
    plan = draw(st.lists(measures(), min_size=1, max_size=4, unique_by=lambda each: key(str(named(each.title)))))
    plan = [each for each in plan if named(each.title)]
    shown = [result for each in plan for result in draw(st.lists(results(each.title), max_size=2))]
    weak = draw(st.dictionaries(st.sampled_from(RULES.indicators), st.sampled_from(["urgent", "develop"]), max_size=4))
    scores = st.none() | st.integers(0, 10_000).map(lambda cents: cents / 100)
    weaknesses = tuple(Weakness(each.no, each.name_th, kind, score=draw(scores)) for each, kind in weak.items())
    roles = draw(st.lists(st.sampled_from(["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ"]), max_size=3, unique=True))
    positions = st.none() | st.sampled_from(["นิติกรชำนาญการ", "ปลัดเทศบาล"])
    people = tuple(Signatory(role, draw(st.sampled_from(PEOPLE)), draw(positions)) for role in roles)
    where = draw(st.sampled_from([(None, None), ("เขาสมิง", "ตราด"), (None, "แพร่"), ("สูงเม่น", None)]))
    agency = Agency(draw(st.sampled_from(KINDS)) + draw(st.sampled_from(NAMES)), *where)
    months = draw(st.sampled_from((3, 6, 9, 12)))
    return Report(agency, 2564, months, 2563, weaknesses, tuple(plan), tuple(shown), people)


def named(title: str) -> str | None:
    """Return a title as the reader takes it."""
    return cells.title(Cell((title,)))
