"""What is said where an agency is looked for: many, one, none; by words, by filters, by neither."""

from __future__ import annotations

import pytest

from ita_analysis.sentences.agencies import headline, standfirst


@pytest.mark.parametrize(
    ("count", "words", "is_narrowed", "expected"),
    [
        (8302, "", False, "มี 8,302 หน่วยงานในระบบ"),
        (1, "", False, "มี 1 หน่วยงานในระบบ"),
        (12, "", True, "พบ 12 หน่วยงาน"),
        (1, "", True, "พบ 1 หน่วยงาน"),
        (0, "", True, "ไม่พบหน่วยงาน"),
        (1200, "ตำบล", True, "พบ 1,200 หน่วยงานที่ชื่อมีคำว่า “ตำบล”"),
        (1, "{x}", False, "พบ 1 หน่วยงานที่ชื่อมีคำว่า “{x}”"),
        (0, "%", False, "ไม่พบหน่วยงานที่ชื่อมีคำว่า “%”"),
    ],
)
def test_how_many_were_found(count: int, words: str, is_narrowed: bool, expected: str) -> None:
    assert headline(count, words, is_narrowed=is_narrowed) == expected


def test_which_are_shown() -> None:
    assert standfirst(8302, 51, 100).startswith("แสดงลำดับที่ 51 ถึง 100 ")
    assert standfirst(3, 1, 3).startswith("เรียงตามตัวอักษร")
    assert standfirst(0, 1, 0).startswith("ลองพิมพ์")
