"""What the screen of entering says, for many, one and none; what is missing is said to be, typed words stay words."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from ita_analysis.entries import Cited, Entry
from ita_analysis.intake.result_form import CITED, DAYS, cited_field
from ita_analysis.queries.entries import ENTRIES_COLUMNS, ROUNDS_SET_COLUMNS
from ita_analysis.sentences import entering
from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from tests.sentences.sound import plain, sound
from tests.store.entered import ENTRY, HOSTILE, entries

DUE = date(2021, 3, 31)
NOTHING = {"version": None, "saved_at": pd.NaT, "owner": None, "is_from_report": None, "cited_count": 0}
STORED = {"version": 1, "saved_at": pd.Timestamp("2021-03-01 23:59"), "is_from_report": False, "cited_count": 1}


def _rows(*of: dict[str, object]) -> pd.DataFrame:
    plan = {"title": "มาตรการ", "responsible": "กองคลัง", "ended_on": pd.NaT, "end_reason": None, "is_planned": True}
    made = pd.DataFrame([{**plan, **NOTHING, **each} for each in of], columns=list(ENTRIES_COLUMNS))
    return made.astype({"is_planned": bool, "ended_on": "datetime64[us]"})


def _row(**of: object) -> Any:
    return next(_rows(of).itertuples())


def _round(state: str = "open", **of: object) -> Any:
    signed = ("นางสาวดี", "ปลัด", pd.Timestamp("2021-04-05")) if state != "open" else (None, None, pd.NaT)
    of_round = dict.fromkeys(ROUNDS_SET_COLUMNS) | {"round_months": 6, "due_on": pd.Timestamp(DUE), "state": state}
    return SimpleNamespace(
        **of_round | dict(zip(("signed_name", "signed_position", "signed_on"), signed, strict=True)) | of
    )


def _said(shown: pd.DataFrame, state: str = "open", today: date = DUE) -> Headline:
    return sound(entering.of_round(shown, _round(state), today))


def test_a_year_without_rounds_says_what_to_do() -> None:
    assert sound(entering.no_rounds()).standfirst == say("entry.no_rounds_why")


@pytest.mark.parametrize(("missing", "total"), [(1, 1), (1, 2), (12, 12)])
def test_results_that_are_missing_are_counted_and_press_once_they_are_late(missing: int, total: int) -> None:
    shown = _rows(*[{}] * missing, *[STORED] * (total - missing))
    said = _said(shown)
    assert (said.words, said.tone) == (f"รอบ 6 เดือน: ⟦ยังไม่มีผล {missing} จาก {total} มาตรการ⟧", "develop")
    assert _said(shown, today=DUE + timedelta(days=1)).tone == "urgent"


@pytest.mark.parametrize("aside", [{"is_planned": False}, {"ended_on": pd.Timestamp("2021-01-01")}])
def test_measures_that_need_no_result_are_not_counted(aside: dict[str, object]) -> None:
    said = _said(_rows(STORED, aside))
    assert (said.words, said.tone) == (say("entry.headline.complete", months=6, total=1), "strength")
    assert _said(_rows(aside)).words == say("entry.headline.no_measures", months=6)
    assert _said(_rows()).words == say("entry.headline.no_measures", months=6)


@pytest.mark.parametrize(("state", "tone"), [("submitted", ""), ("approved", "strength")])
def test_a_locked_round_says_who_signed_and_when(state: str, tone: str) -> None:
    said = _said(_rows({}), state)
    assert (said.words, said.tone) == (say(f"entry.headline.{state}", months=6), tone)
    assert "นางสาวดี (ปลัด) เมื่อ 5 เมษายน 2564" in said.standfirst


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "(อีก 1 วัน)"), (40, "(อีก 40 วัน)"), (0, "วันนี้"), (-1, "(เลยมา 1 วัน)"), (-1_234, "(เลยมา 1,234 วัน)")],
)
def test_the_day_due_is_said_with_how_far_it_is(days: int, words: str) -> None:
    said = plain(entering.due(_round(), DUE - timedelta(days=days)))
    assert words in said
    assert long_date(DUE) in said


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_of_a_round_handed_over_no_day_is_counted(state: str) -> None:
    """It is late no more, and the count would grow for ever."""
    assert entering.due(_round(state), DUE + timedelta(days=2067)) == say("entry.due_on", date=long_date(DUE))
    assert "เลยมา" not in _said(_rows({}), state, DUE + timedelta(days=2067)).standfirst


@pytest.mark.parametrize(
    ("known", "expected"),
    [({}, False), ({"done_count": 1}, True), ({"not_done_count": 1}, True), (STORED, True)],
)
def test_steps_are_only_known_by_a_result_or_where_one_was_judged(known: dict[str, object], *, expected: bool) -> None:
    assert entering.is_judged(_row(**{"done_count": 0, "not_done_count": 0, **known})) == expected


@pytest.mark.parametrize(
    ("row", "state", "key"),
    [
        ({}, "overdue", "missing"),
        ({"is_planned": False}, "no_data", "aside"),
        ({**STORED, "cited_count": 0}, "develop", "uncited"),
        (STORED, "done", "entered"),
    ],
)
def test_how_a_measure_stands(row: dict[str, object], state: str, key: str) -> None:
    assert entering.standing(_row(**row)) == (state, plain(say(f"entry.standing.{key}")))


def test_a_measure_that_has_ended_stands_aside_whatever_is_stored() -> None:
    ended = {"ended_on": pd.Timestamp("2021-02-01"), "end_reason": "ครบแล้ว"}
    for row in (_row(**ended), _row(**STORED, **ended)):
        assert entering.standing(row) == ("not_stated", "สิ้นสุดแล้วเมื่อ 1 กุมภาพันธ์ 2564")
    (said,) = entering.refusal(_row(**ended), _round(), can_enter=True)
    assert "ครบแล้ว" in plain(said)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, say("entry.stored.none")),
        (STORED, "บันทึกล่าสุดเมื่อ 1 มีนาคม 2564"),
        ({**STORED, "is_from_report": True}, "ผลจากรายงานที่นำเข้าเมื่อ 1 มีนาคม 2564"),
    ],
)
def test_since_when_a_result_is_stored(row: dict[str, object], words: str) -> None:
    assert plain(entering.stored(_row(**row))) == words


@pytest.mark.parametrize("owner", ["กองคลัง", None, float("nan")])
def test_whose_result_is_entered(owner: object) -> None:
    said = sound(entering.of_measure(_row(responsible=owner), _round()))
    whose = ["ผู้รับผิดชอบ กองคลัง"] if isinstance(owner, str) else []
    assert said.standfirst.split(" · ") == [*whose, say("entry.stored.none")]


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_locked_round_refuses_whoever_asks(state: str) -> None:
    for can_enter in (True, False):
        why, signed = entering.refusal(_row(), _round(state), can_enter=can_enter)
        assert plain(why).startswith("รอบ 6 เดือน")
        assert plain(signed) == entering.state(_round(state))


def test_an_open_round_refuses_only_who_may_not_enter() -> None:
    assert entering.refusal(_row(), _round(), can_enter=True) == []
    assert entering.refusal(_row(), _round(), can_enter=False) == [plain(say("entry.locked.right"))]


@pytest.mark.parametrize(("count", "words"), [(0, "มีผลครบ"), (1, "ยังขาดผล 1 มาตรการ"), (7, "ยังขาดผล 7 มาตรการ")])
def test_what_is_left_to_enter_is_counted(count: int, words: str) -> None:
    assert words in plain(entering.left_to_enter(count, 6))


def test_fields_are_named_as_they_stand_on_the_form() -> None:
    names = [*DAYS, cited_field(1, "on"), cited_field(12, "on")]
    assert plain(entering.fields_named(names[:1])) == say("field.start")
    assert plain(entering.fields_named(names[2:])) == "วันที่เผยแพร่ของหลักฐานที่ 1 และ วันที่เผยแพร่ของหลักฐานที่ 12"
    assert {name for name in CITED if name != "on"} == {"title", "url", "sha256", "reason"}, "the others hold no day"


@settings(max_examples=25)
@given(entries())
def test_a_result_that_is_only_read_says_every_word_of_it(entry: Entry) -> None:
    rows = list(entering.read_only(entry, {1: "หนึ่ง", 2: "สอง"}))
    assert all(row["label"] and row["words"] for row in rows)
    told = {row["label"]: row["words"] for row in rows}
    for name in ("detail", "output", "outcome", "note", "owner"):
        assert told[say(f"field.{name}")] == (getattr(entry, name) or say("missing"))
    for cited in entry.evidence:
        for words in (cited.title, cited.url, cited.other_host_reason):
            assert words in told[say("field.evidence")]


def test_what_is_missing_is_said_to_be() -> None:
    words = [row["words"] for row in entering.read_only(Entry(), {1: "หนึ่ง"})]
    assert words == ["ไม่ระบุ", *["ไม่มีข้อมูล"] * 7]
    assert list(entering.read_only(None, {1: "หนึ่ง"})) == []
    assert {row["words"] for row in entering.told(Entry())} == {""}


def test_a_whole_result_is_told_in_the_words_of_the_screen() -> None:
    told = {row["label"]: row["words"] for row in entering.read_only(ENTRY, {1: "ขั้นหนึ่ง", 2: "ขั้นสอง", 3: "ขั้นสาม"})}
    assert [told[f"{no}. {words}"] for no, words in ((1, "ขั้นหนึ่ง"), (2, "ขั้นสอง"), (3, "ขั้นสาม"))] == [
        "แล้วเสร็จ", "ยัง", "ไม่ระบุ",
    ]  # fmt: skip
    assert told[say("field.period")] == "1 ตุลาคม 2563 ถึง 31 มีนาคม 2564"
    assert "ประกาศ · https://example.go.th/a · 7 มกราคม 2564" in told[say("field.evidence")].splitlines()


def test_hostile_words_fill_no_place_of_a_sentence() -> None:
    for text in HOSTILE:
        ended = {"ended_on": pd.Timestamp("2021-02-01"), "end_reason": text}
        for said in (
            entering.of_measure(_row(title=text, responsible=text), _round()).words,
            entering.of_measure(_row(title=text, responsible=text), _round()).standfirst,
            *entering.refusal(_row(**ended), _round(), can_enter=True),
            entering.state(_round("submitted", signed_name=text)),
        ):
            assert text in said
        (row,) = [row for row in entering.told(Entry(evidence=(Cited(text),))) if row["words"]]
        assert row["words"] == text


def test_who_signs_is_told_what_lacks_and_of_what_needs_no_result_nothing() -> None:
    stored, ended = {"measure_no": 1, **STORED}, {"measure_no": 4, "ended_on": pd.Timestamp(DUE)}
    aside = {"measure_no": 5, "is_planned": False}
    assert entering.lacking(_rows(stored, ended, aside)) == ""
    one = entering.lacking(_rows(stored, {"measure_no": 2}, ended, aside))
    assert one == say("round_state.lacks.one", names="2 มาตรการ")
    bare = {**STORED, "measure_no": 3, "cited_count": 0}
    assert entering.lacking(_rows(stored, bare, ended, aside)) == say("round_state.uncited.one", names="3 มาตรการ")
    both = entering.lacking(_rows(stored, {"measure_no": 2}, bare))
    assert both == f"{one} {say('round_state.uncited.one', names='3 มาตรการ')}"
    several = plain(entering.lacking(_rows({"measure_no": 2}, {"measure_no": 3}, stored)))
    assert several.startswith("ยังขาดผล 2 มาตรการ: 2 มาตรการ")
