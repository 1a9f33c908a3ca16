"""Rounds as people write them in a cell: joined by words, signs, or blanks alone."""

from __future__ import annotations

import pytest

from ita_analysis.intake.cells import rounds


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("รายงานผลรอบ 6 และ 12 เดือน", (6, 12)),
        ("รายงานผลรอบ 3 6 9 และ 12 เดือน", (3, 6, 9, 12)),
        ("รอบ ๓, ๖, ๙ และ ๑๒ เดือน", (3, 6, 9, 12)),
        ("รอบ ๖ เดือน และรอบ ๑๒ เดือน", (6, 12)),
        ("ทุก 6 เดือน", (6,)),
        ("ทุกไตรมาส", (3, 6, 9, 12)),
        ("ปีงบประมาณ 2564 รอบ 6 เดือน", (6,)),
        ("รายงานผลเมื่อวันที่ 3 6 9", ()),
        ("", ()),
    ],
)
def test_the_rounds_that_words_name(words: str, months: tuple[int, ...]) -> None:
    assert rounds(words) == months
