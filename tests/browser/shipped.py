"""What the shipped record (อบต.เขาสมิง, FY2564, six months) must say on the screen."""

from __future__ import annotations

import csv

from ita_analysis.paths import DATA
from ita_analysis.texts import say


def finding(key: str, **values: object) -> str:
    """Return a sentence of the catalogue as it reads, without the marks of what gets a colour."""
    return say(key, **values).translate({ord("⟦"): None, ord("⟧"): None})


AGENCY = "องค์การบริหารส่วนตำบลเขาสมิง"
WEAK = (7, 8, 10)
WITHOUT_MEASURE = 8
FINDING = finding("executive.headline.hole.one", no=WITHOUT_MEASURE, name="การปรับปรุงการทำงาน")
STEPS_DONE = finding("rounds.headline.some", months=6, done=4, steps=6)
YEAR = "2564"
INDICATOR = "7 สื่อสาร"  # as filters name it, in the shortest of its three lengths
INDICATOR_ROW = "7 การสื่อสาร"
ITS_MEASURE = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
ITS_UNIT = "สำนักปลัด"
OTHER_MEASURE = "มาตรการตรวจสอบการใช้ดุลพินิจ"


def agency_code() -> str:
    """Return the agency's code in the record."""
    with (DATA / "khao-saming" / "agency.csv").open(encoding="utf-8-sig", newline="") as file:
        return next(csv.DictReader(file))["agency_code"]
