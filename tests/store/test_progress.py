"""Saving a result: all that was typed comes back, each save is a version, nobody overwrites what they did not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import duckdb
import numpy as np
import pytest
from hypothesis import example, given, settings

from ita_analysis.entries import LONGEST_LINE, LONGEST_TEXT, Cited, Entry
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.store.building import data_version
from ita_analysis.store.database import MEMORY, broken_rows, connect, transaction
from ita_analysis.store.ordering import end_measure
from ita_analysis.store.progress import save_entry
from ita_analysis.store.reference import load_reference
from ita_analysis.store.rounds import reopen
from ita_analysis.thai.fiscal_year import Span
from tests.store.entered import (
    ENTRY,
    HOSTILE,
    LATER,
    ROUND,
    TURNING,
    Entered,
    changes_nothing,
    entries,
    refused,
    year_of,
)
from tests.store.files import rows
from tests.store.invented import NEWS, WATER, judge, measure, report, result, store
from tests.store.linked import number_of

BLANK = ("", "  ", "\n\t", "\0", " \0\n")
MUCH = 100_000


def expected(entry: Entry) -> Entry:
    """Return what is to come back of an entry: without NUL and blanks around, one line where there is one line."""
    worded = {name: _tidy(getattr(entry, name)) for name in ("detail", "output", "outcome", "note")}
    steps = {no: state for no, state in entry.steps.items() if state != "not_stated"}
    cited = tuple(
        replace(each, title=_line(each.title), url=_line(each.url), other_host_reason=_line(each.other_host_reason))
        for each in entry.evidence
    )
    return replace(entry, **worded, owner=_line(entry.owner), steps=steps, evidence=cited)


def _tidy(text: str) -> str:
    return "".join(letter for letter in text if letter not in {"\0", *TURNING}).strip()


def _line(text: str) -> str:
    return " ".join(_tidy(text).split())


@pytest.fixture(scope="module")
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened


@pytest.fixture(scope="module")
def empty_year(in_memory: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year that every save into is refused."""
    return year_of(in_memory, 2)


@pytest.fixture(scope="module")
def shared(in_memory: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year that many examples enter into, one after the other."""
    return year_of(in_memory)


@settings(max_examples=40)
@given(entries())
@example(replace(ENTRY, detail="ก" * MUCH, output="🙂" * MUCH, outcome="\u202eก\u200f" * 30_000))
@example(Entry(steps={1: "done"}))
@example(Entry(evidence=(Cited("ประกาศ"),)))
def test_what_is_saved_comes_back_beside_what_was_there(shared: Entered, entry: Entry) -> None:
    before, kept = shared.entry(), _own_rows(shared)
    shared.save(entry)
    judged = dict.fromkeys(before.steps if before else {}, "not_stated")
    told = expected(entry)
    assert shared.entry() == replace(told, steps=judged | dict(told.steps))
    assert _own_rows(shared)[: len(kept)] == kept, "an older version was changed"
    version = data_version(shared.opened)
    shared.save(entry)
    shared.save(shared.entry() or Entry())
    assert data_version(shared.opened) == version, "a save that changes nothing was counted"


def test_hostile_words_stay_words(entered: Entered) -> None:
    for text in HOSTILE:
        long = text[:LONGEST_LINE]
        cited = Cited(f"ก{long}"[:LONGEST_LINE], "https://x.example/", other_host_reason=long)
        told = Entry(f"ก{text}", None, text, text, text, long, evidence=(cited,))
        entered.save(told)
        assert entered.entry() == expected(told)
    assert rows(entered.opened, "select count(*) from progress") == [(len(HOSTILE),)]


def test_each_save_is_a_version_and_older_ones_stay(entered: Entered) -> None:
    words = ["หนึ่ง", "สอง", "สาม"]
    for each in words:
        entered.save(replace(ENTRY, detail=each))
    found = rows(entered.opened, "select version, detail from progress order by progress_id")
    assert found == [(1, "หนึ่ง"), (2, "สอง"), (3, "สาม")]
    assert rows(entered.opened, "select count(*) from evidence") == [(12,)]
    assert entered.entry() == replace(ENTRY, detail="สาม")


def test_a_save_is_one_change_at_one_time_by_one_person(entered: Entered) -> None:
    before = data_version(entered.opened)
    who = Person("officer", "dee@example.go.th", "นางสาวดี", agency_code=entered.code)
    entered.save(ENTRY, who=who)
    assert data_version(entered.opened) == before + 1
    told = "select distinct change_id, deed, who, who_name, changed_at from audit where deed = 'result_saved'"
    ((change_id, _, email, name, at),) = rows(entered.opened, told)
    assert (change_id, email, name) == (before + 1, who.email, who.name)
    assert rows(entered.opened, "select saved_at, report_id, place from progress") == [(at, None, None)]


def test_rounds_and_measures_do_not_mix(entered: Entered) -> None:
    for number, months in ((entered.water, ROUND), (entered.water, LATER), (entered.news, ROUND)):
        entered.save(replace(ENTRY, detail=f"{number} {months}"), number, months)
    found = (entered.entry(), entered.entry(months=LATER), entered.entry(entered.news))
    numbers = (entered.water, entered.water, entered.news)
    assert [each.detail for each in found if each] == [
        f"{number} {months}" for number, months in zip(numbers, (6, 12, 6), strict=True)
    ]
    assert rows(entered.opened, "select distinct version from progress") == [(1,)]
    assert entered.entry(entered.news, LATER) is None


def test_a_step_that_is_left_out_is_no_longer_stated(entered: Entered) -> None:
    entered.save(ENTRY)
    entered.save(replace(ENTRY, steps={2: "done"}))
    assert _steps(entered) == {1: "not_stated", 2: "done"}


def test_a_step_that_nobody_judged_stays_unjudged(entered: Entered) -> None:
    entered.save(replace(ENTRY, steps={1: "not_stated", 2: "not_stated"}))
    assert _steps(entered) == {}
    assert rows(entered.opened, "from step_progress") == []


def test_a_step_judged_anew_loses_the_sentence_it_rested_on(entered: Entered) -> None:
    judge(entered.opened, WATER, {(1, ROUND): "done", (2, ROUND): "done"})
    entered.save(replace(ENTRY, steps={1: "done", 2: "not_done"}))
    found = rows(entered.opened, "select step_no, state, reason from step_progress order by 1")
    assert found == [(1, "done", "อ่านจากรายงาน"), (2, "not_done", "")]


def test_pieces_of_evidence_that_say_nothing_are_left_out(entered: Entered) -> None:
    entered.save(replace(ENTRY, evidence=(Cited(""), Cited("ก"), Cited(" \0"), Cited("\u200b"))))
    stored = entered.entry()
    assert stored is not None
    assert stored.evidence == (Cited("ก"),)


@pytest.mark.parametrize("number", [np.int64, np.int32])
def test_numbers_of_a_table_of_answers_are_taken(number: Callable[[int], int], entered: Entered) -> None:
    save_entry(entered.opened, number(entered.water), number(ROUND), ENTRY, seen=None, who=DESK)
    assert entered.entry() == ENTRY


class TestUponAReport:
    """A person goes on with what a report says."""

    DAY = date(2020, 11, 3)

    @pytest.fixture
    def told(self, empty: duckdb.DuckDBPyConnection) -> Entered:
        """A measure of which a report has two rows in one round, the words around them untidy."""
        first = result(dates=[self.DAY], detail="หนึ่ง ", evidence="ภาพถ่าย\n  คำสั่ง  ที่ 1\n", note="")
        second = result(detail="\n สอง", output="คำร้อง 48 เรื่อง", evidence="ภาพถ่าย")
        code = store(empty, report(measures=[measure(), measure(NEWS)], progress=[first, second])).agency_code
        return Entered(empty, code, number_of(empty, code), number_of(empty, code, NEWS))

    def test_its_rows_are_one_entry_without_losing_a_word(self, told: Entered) -> None:
        stored = told.entry()
        assert stored is not None
        assert (stored.detail, stored.output, stored.note) == ("หนึ่ง\nสอง", "คำร้อง 48 เรื่อง", "")
        dated = Cited(self.DAY.isoformat(), published_on=self.DAY)
        assert stored.evidence == (dated, Cited("ภาพถ่าย"), Cited("คำสั่ง ที่ 1"))

    def test_saving_it_as_it_is_changes_nothing(self, told: Entered) -> None:
        changes_nothing(told.opened, told.save, told.entry())

    def test_a_save_is_one_row_and_the_report_stays_as_it_was(self, told: Entered) -> None:
        before = _own_rows(told)
        seen = told.entry()
        assert seen is not None
        told.save(replace(seen, note="เพิ่มเติม"))
        assert _own_rows(told)[: len(before)] == before
        assert told.entry() == replace(seen, note="เพิ่มเติม")
        assert rows(told.opened, "select version, count(*) from progress group by 1 order by 1") == [(1, 2), (2, 1)]

    def test_a_later_report_is_a_later_version(self, told: Entered) -> None:
        told.save(ENTRY)
        store(told.opened, report(measures=[measure()], progress=[result(detail="จากรายงานใหม่")]))
        found = rows(told.opened, "select max(version) from progress where measure_id = $1", told.water)
        assert found == [(3,)]
        stored = told.entry()
        assert stored is not None
        assert stored.detail == "จากรายงานใหม่"
        assert stored.steps == ENTRY.steps, "what a person judged of the steps stays"

    def test_steps_alone_are_something(self, told: Entered) -> None:
        judge(told.opened, NEWS, {(1, ROUND): "done"})
        assert told.entry(told.news) == Entry(steps={1: "done"})
        assert refused(told.opened, _save, told, ENTRY, told.news) == "result_changed_meanwhile"


NO_ADDRESSES = ("javascript:alert(1)", "www.x.go.th", "ftp://x", "file:///c:/a", "//x", "https://", "http:///a", "x\0")
REFUSALS: dict[str, tuple[Entry, ...]] = {
    "result_empty": (
        Entry(),
        Entry(owner="นายช่าง", period=Span(date(2021, 1, 1), date(2021, 1, 1))),
        Entry(steps={1: "not_stated", 2: "not_stated"}),
        Entry(evidence=(Cited(""), Cited(" "))),
        *(Entry(detail=blank, output=blank, outcome=blank, note=blank) for blank in (*BLANK, "\u200b\ufeff")),
    ),
    "step_unknown": (replace(ENTRY, steps={3: "done"}), replace(ENTRY, steps={0: "not_stated"})),
    "period_backwards": (replace(ENTRY, period=Span(date(2021, 1, 2), date(2021, 1, 1))),),
    "evidence_address": tuple(
        replace(ENTRY, evidence=(Cited("ก", url),))
        for url in NO_ADDRESSES
    ),
    "evidence_untitled": tuple(
        replace(ENTRY, evidence=(Cited("ก"), each))
        for each in (
            Cited("", "https://example.go.th"),
            Cited(" \0", sha256="ab" * 32),
            Cited("\u200b", published_on=date(2021, 1, 7)),
            Cited("", other_host_reason="เพราะ"),
        )
    ),
    "text_long": (
        *(replace(ENTRY, **{name: "ก" * (LONGEST_TEXT + 1)}) for name in ("detail", "output", "outcome", "note")),  # type: ignore[arg-type]
        replace(ENTRY, owner="ก" * (LONGEST_LINE + 1)),
        replace(ENTRY, evidence=(Cited("ก" * (LONGEST_LINE + 1)),)),
        replace(ENTRY, evidence=(Cited("ก", "https://" + "ก" * LONGEST_LINE),)),
        replace(ENTRY, evidence=(Cited("ก", other_host_reason="ก" * (LONGEST_LINE + 1)),)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", REFUSALS)
def test_what_cannot_stand_is_refused(key: str, empty_year: Entered) -> None:
    for entry in REFUSALS[key]:
        assert refused(empty_year.opened, _save, empty_year, entry) == key, entry


def test_the_longest_texts_are_taken(entered: Entered) -> None:
    told = Entry("ก" * LONGEST_TEXT, owner="ข" * LONGEST_LINE, evidence=(Cited("ค" * LONGEST_LINE),))
    entered.save(told)
    assert entered.entry() == told


def test_another_result_than_was_seen_is_left_alone(entered: Entered) -> None:
    entered.save(ENTRY)
    wanted = replace(ENTRY, detail="ทับ")
    for seen in (None, Entry(), replace(ENTRY, note="อื่น"), replace(ENTRY, steps={1: "done"})):
        told = refused(entered.opened, _save, entered, wanted, seen=seen)
        assert told == "result_changed_meanwhile"


def test_where_nothing_is_stored_nothing_can_have_been_seen(empty_year: Entered) -> None:
    assert refused(empty_year.opened, _save, empty_year, ENTRY, seen=ENTRY) == "result_changed_meanwhile"


def test_a_measure_that_is_not_there_is_refused(empty_year: Entered) -> None:
    assert refused(empty_year.opened, _save, empty_year, ENTRY, 99) == "measure_unknown"


def test_a_round_that_the_year_does_not_have_is_refused(empty_year: Entered) -> None:
    for months in (0, 3, 9, 18, -1):
        told = refused(empty_year.opened, _save, empty_year, ENTRY, months=months)
        assert told == "round_not_of_year"


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_locked_round_takes_no_result(state: str, entered: Entered) -> None:
    entered.save(ENTRY)
    entered.lock(state)
    for number, seen in ((entered.water, ENTRY), (entered.news, None)):
        told = refused(entered.opened, _save, entered, replace(ENTRY, note="ทับ"), number, seen=seen)
        assert told == f"round_locked_{state}"
    entered.save(ENTRY, months=LATER)
    reopen(entered.opened, entered.round(), "ตัวเลขผิด", who=DESK)
    entered.save(replace(ENTRY, note="แก้แล้ว"))


def test_a_measure_that_has_ended_takes_no_result(entered: Entered) -> None:
    end_measure(entered.opened, entered.water, date(2021, 2, 1), "รวมกับมาตรการอื่น", who=DESK)
    assert refused(entered.opened, _save, entered, ENTRY) == "measure_has_ended"
    entered.save(ENTRY, entered.news)


MAY_NOT = (
    Person("viewer"),
    Person("officer", agency_code="other"),
    Person("officer", unit="สำนักปลัด"),
    Person("administrator", agency_code="other"),
)
MAY = (
    Person("officer"),
    Person("officer", unit="กองการประปา"),
    Person("officer", unit=" กอง การประปา "),
    Person("approver"),
)


def test_rights_are_looked_at_where_it_is_written(entered: Entered) -> None:
    for who in MAY_NOT:
        assert refused(entered.opened, _save, entered, ENTRY, who=who) == "right_enter"
    for number, who in enumerate(MAY):
        entered.save(replace(ENTRY, note=str(number)), who=who)
    assert entered.entry() == replace(ENTRY, note=str(len(MAY) - 1))


def test_of_many_at_once_one_is_heard_and_each_other_is_told(entered: Entered) -> None:
    entered.save(ENTRY)
    before, together = data_version(entered.opened), Barrier(8)

    def save(person: int) -> str:
        together.wait()
        try:
            _save(entered, replace(ENTRY, detail=f"คนที่ {person}"), seen=ENTRY)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(8) as people:
        told = sorted(people.map(save, range(8)))
    assert told == ["heard"] + ["result_changed_meanwhile"] * 7
    assert data_version(entered.opened) == before + 1
    assert rows(entered.opened, "select max(version), count(*) from progress") == [(2, 2)]


def test_many_at_once_on_results_of_their_own_are_all_heard(entered: Entered) -> None:
    pairs = [(number, months) for number in (entered.water, entered.news) for months in (ROUND, LATER)]
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda pair: _save(entered, replace(ENTRY, detail=str(pair)), *pair), pairs))
    found = [entered.entry(*pair) for pair in pairs]
    assert [each.detail for each in found if each] == [str(pair) for pair in pairs]
    assert broken_rows(entered.opened) == {}


def test_the_second_of_two_people_can_save_upon_the_first(entered: Entered) -> None:
    _save(entered, replace(ENTRY, detail="คนแรก"))
    second = replace(ENTRY, note="คนที่สอง")
    assert refused(entered.opened, _save, entered, second) == "result_changed_meanwhile"
    _save(entered, second, seen=entered.entry())
    assert entered.entry() == second
    assert rows(entered.opened, "select detail from progress order by version")[0] == ("คนแรก",)


def test_a_save_that_would_break_a_check_is_not_kept(entered: Entered) -> None:
    entered.opened.execute(
        "insert into round (agency_code, fiscal_year_be, round_months, state) values ('x', 1, 6, 'open')"
    )
    assert refused(entered.opened, _save, entered, ENTRY) == "store_check"


def _save(
    entered: Entered,
    entry: Entry,
    measure_id: int = 0,
    months: int = ROUND,
    *,
    seen: Entry | None = None,
    who: Person = DESK,
) -> None:
    save_entry(entered.opened, measure_id or entered.water, months, entry, seen=seen, who=who)


def _steps(entered: Entered) -> dict[int, str]:
    stored = entered.entry()
    assert stored is not None
    return dict(stored.steps)


def _own_rows(entered: Entered) -> list[tuple[object, ...]]:
    """Return all versions of a measure's results with their evidence, the oldest first."""
    asked = "from progress p left join evidence e using (progress_id) where p.measure_id = $1"
    return rows(entered.opened, f"{asked} order by progress_id, evidence_no", entered.water)
