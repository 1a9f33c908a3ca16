"""Small reports for the rules: one invented agency, fiscal year 2564, first six months, few rows."""

from __future__ import annotations

from dataclasses import replace

from ita_analysis.records import (
    Agency,
    Fact,
    IndicatorLink,
    Measure,
    Place,
    Progress,
    Report,
    Signatory,
    Weakness,
    WeaknessKind,
)
from ita_analysis.thai.dates import dates_in, span_in

AGENCY = Agency("เทศบาลตำบลทุ่งดี", "เมือง", "ตราด")
PUBLISHING, DISCRETION = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "มาตรการตรวจสอบการใช้ดุลพินิจ"
EMPTY = Report(AGENCY, fiscal_year_be=2564, round_months=6, prior_fiscal_year_be=2563)
LABELS = {
    "detail": "รายละเอียด",
    "period": "ระยะเวลา",
    "output": "ผลผลิต",
    "outcome": "ผลลัพธ์",
    "note": "หมายเหตุ",
}
Numbers = tuple[int, ...]


def measure(title: str = PUBLISHING, *, answers: Numbers = (), rounds: Numbers = ()) -> Measure:
    """Return a measure that answers indicators and is to be reported in rounds."""
    links = tuple(IndicatorLink(no, "document") for no in answers)
    place, columns = Place(table=1, row=2), {"measure": "มาตรการ", "guideline": "แนวทาง", "step": "ขั้นตอน"}
    return Measure(title, rounds_months=rounds, indicators=links, place=place, columns=columns)


def row(title: str = PUBLISHING, *, period: str | None = None, **texts: str) -> Progress:
    """Return a row of results; its dates and period are read out of its texts."""
    return Progress(
        title,
        detail=texts.get("detail"),
        period=span_in(period) if period else None,
        period_words=period,
        stated_on=dates_in("\n".join(texts.values())),
        output=texts.get("output"),
        outcome=texts.get("outcome"),
        note=texts.get("note"),
        evidence=texts.get("evidence"),
        place=Place(table=2, row=3),
        columns=LABELS,
    )


def weakness(no: int, kind: WeaknessKind = "develop") -> Weakness:
    """Return an indicator that the agency calls weak."""
    return Weakness(no, f"ตัวชี้วัดที่ {no}", kind, Place(paragraph=no))


def signed(role: str, name: str | None = "นางสาวดี งามตา") -> Signatory:
    """Return a person who signs in a role; without a name the place to sign is empty."""
    return Signatory(role, name, "นิติกร", Place(paragraph=40))


def spelled(*names: str) -> tuple[Fact, ...]:
    """Return the ways a document writes its agency."""
    return tuple(Fact(name, Place(paragraph=number), "sure") for number, name in enumerate(names, start=1))


def report(
    *,
    measures: tuple[Measure, ...] = (),
    rows: tuple[Progress, ...] = (),
    weaknesses: tuple[Weakness, ...] = (),
    signatories: tuple[Signatory, ...] = (),
    spellings: tuple[Fact, ...] = (),
) -> Report:
    """Return a report of the invented agency with these parts and nothing else."""
    parts = replace(EMPTY, measures=measures, progress=rows, weaknesses=weaknesses)
    return replace(parts, signatories=signatories, spellings=spellings)
