"""A change is told as one sentence: what was done to which measure in which round, by whom, and when."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from types import SimpleNamespace
from typing import get_args

import pandas as pd
import pytest

from ita_analysis.sentences import history
from ita_analysis.store.changing import Deed
from ita_analysis.texts import say

AT = datetime(2026, 3, 5, 9, 7)  # noqa: DTZ001 - as the clock of a desk tells it


def _row(deed: str | None = "result_saved", **told: object) -> SimpleNamespace:
    about: dict[str, object] = {
        "deed": deed, "who": "", "person_name": None, "changed_at": AT, "reason": None, "undoes": None,
        "undone_deed": None, "measure_count": 1, "title": "น้ำประปา", "months": "6", "indicators": "8", "subject": None,
    }  # fmt: skip
    return SimpleNamespace(**{**about, **told})


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (_row(), "บันทึกผลรอบ 6 เดือนของ “น้ำประปา”"),
        (_row(months="6, 12", measure_count=3), "บันทึกผลรอบ 6, 12 เดือนของ 3 มาตรการ"),
        (_row("link_set"), "จับคู่ “น้ำประปา” กับตัวชี้วัดที่ 8"),
        (_row("link_removed"), "ยกเลิกการจับคู่ “น้ำประปา” กับตัวชี้วัดที่ 8"),
        (_row("report_stored", subject="รายงาน.docx"), "นำเข้ารายงาน รายงาน.docx"),
        (_row("sites_set", subject="example.go.th"), "ตั้งเว็บไซต์ของหน่วยงาน example.go.th"),
        (_row("year_carried", measure_count=4), "ยกมาตรการจากปีก่อนมาเป็น 4 มาตรการ"),
        (_row("undone", undone_deed="result_saved"), "ย้อนการแก้ไข: บันทึกผลรอบ 6 เดือนของ “น้ำประปา”"),
        (_row("undone", undone_deed="undone"), "ย้อนการแก้ไข: การย้อนครั้งก่อนของ “น้ำประปา”"),
        (_row(None), "แก้ไขข้อมูลของ “น้ำประปา”"),
        (_row("measures_ordered", measure_count=0, title=None), "เรียงลำดับมาตรการใหม่"),
    ],
)
def test_a_change_is_a_sentence(row: SimpleNamespace, sentence: str) -> None:
    assert history.change(row) == sentence


@pytest.mark.parametrize("deed", get_args(Deed))
def test_every_deed_has_words_also_with_nothing_to_say_of_it(deed: str) -> None:
    bare = _row(deed, measure_count=0, title=None, months="", indicators="", undone_deed="result_saved")
    assert history.change(bare)
    assert "{" not in history.change(bare)
    assert "  " not in history.change(bare)


def test_a_title_that_looks_like_a_template_is_a_title() -> None:
    assert history.change(_row(title="{it} {0} <b>")) == "บันทึกผลรอบ 6 เดือนของ “{it} {0} <b>”"


def test_every_deed_is_of_one_group() -> None:
    """But those that change no table that the history watches."""
    grouped = Counter(deed for deeds in history.GROUPS.values() for deed in deeds)
    assert grouped == Counter({*get_args(Deed)} - {"file_attached", "links_looked_at"})


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"person_name": "สมชาย", "who": "a@example.go.th"}, "สมชาย"),
        ({"who": "a@example.go.th"}, "a@example.go.th"),
        ({"who": "a@example.go.th", "person_name": float("nan")}, "a@example.go.th"),
        ({"who": ""}, say("history.who.desk")),
        ({"who": "command"}, say("history.who.command")),
        ({"who": "program"}, say("history.who.program")),
        ({"who": None}, say("history.who.unknown")),
    ],
)
def test_who_it_was_is_a_name_where_there_is_one(told: dict[str, object], words: str) -> None:
    assert history.who(_row(**told)) == words


def test_times_are_thai_and_a_missing_one_is_said() -> None:
    assert history.moment(AT) == "5 มีนาคม 2569 เวลา 09:07 น."
    assert history.when(AT) == "5 มี.ค. 2569 09:07 น."
    assert history.when(None) == history.moment(pd.NaT) == say("history.unknown_when")  # type: ignore[arg-type]


def _found(*rows: SimpleNamespace, count: int | None = None) -> pd.DataFrame:
    return pd.DataFrame([{**vars(row), "found_count": count or len(rows)} for row in rows])


def test_the_headline_counts_and_says_the_last() -> None:
    told = history.headline(_found(_row(), _row(), count=1200), AT, is_filtered=False)
    assert told.words == "แก้ไข ⟦1,200 ครั้ง⟧ ล่าสุดเมื่อ 5 มีนาคม 2569 เวลา 09:07 น."
    assert told.standfirst == ("ล่าสุด: บันทึกผลรอบ 6 เดือนของ “น้ำประปา” · ผู้ใช้เครื่องนี้ · ประวัติเริ่มเมื่อ 5 มีนาคม 2569")
    assert "ที่ตรงกับตัวกรอง" in history.headline(_found(_row()), AT, is_filtered=True).words


def test_nothing_found_is_said_with_what_to_do() -> None:
    none = pd.DataFrame(columns=["found_count"])
    assert history.headline(none, None, is_filtered=False).words == say("history.headline.none")
    filtered = history.headline(none, AT, is_filtered=True)
    assert (filtered.words, filtered.standfirst) == (say("history.found.none"), say("history.nothing_left"))
