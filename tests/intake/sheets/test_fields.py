"""The fields that a reader may choose from are those of the year, each with a label of its own."""

from __future__ import annotations

import pytest

from ita_analysis.intake.sheets.fields import fields_of
from ita_analysis.intake.sheets.preview import read_sheet
from ita_analysis.thai.text import has_thai, key
from tests.intake.sheets.reading import scores_of
from tests.intake.sheets.written import csv_bytes


@pytest.mark.parametrize(("year", "part", "last"), [(2564, False, "item:O43"), (2568, True, "item:O28")])
def test_the_fields_of_a_year(year: int, part: bool, last: str) -> None:
    fields = fields_of(year)
    assert ("instrument:EIT-1" in fields) is part
    assert last in fields
    assert {"agency", "fiscal_year", "total", "grade", "none", "indicator:10", "level", "code", "score"} <= set(fields)
    assert len(set(fields.values())) == len(fields)
    assert all(has_thai(label) for label in fields.values())


@pytest.mark.parametrize("field", [name for name in fields_of(2567) if ":" in name or name == "total"])
def test_every_field_of_a_score_can_be_chosen(field: str) -> None:
    content = csv_bytes([["หน่วยงาน", "ปี", "คอลัมน์ของเรา"], ["อบต.เขาสมิง", 2567, 15]])
    sheet = read_sheet("a.csv", content, {key("คอลัมน์ของเรา"): field}, form="percent")
    expected = field if ":" in field else "total:total"
    assert scores_of(sheet) == {("องค์การบริหารส่วนตำบลเขาสมิง", 2567): {expected: 15}}
