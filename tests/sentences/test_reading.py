"""What was read and what became of it, as lines: for many, one and none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from ita_analysis.intake.preview import Preview
from ita_analysis.records import Finding, NoneStated, Place, Report, Severity, Signatory, Unread
from ita_analysis.review import review
from ita_analysis.sentences.reading import facts, result_lines, summary_lines
from ita_analysis.store.reports import StoredReport
from ita_analysis.texts import say, say_count
from tests.store.invented import NEWS, WATER, measure, report, result

FULL = replace(
    report(measures=[measure(), measure(NEWS)], progress=[result(), result(NEWS)]),
    signatories=(Signatory("ผู้จัดทำ", "นางสาวดี งามตา", "นิติกร"), Signatory("ผู้อนุมัติ", "นายดี งามตา", "นายก")),
    unread=(Unread(Place(line=3), "คำนำ"), Unread(Place(line=4), "ยาว " * 200)),
)
SINGLE = replace(
    report(weak=(6,), measures=[measure()], progress=[result()]),
    signatories=FULL.signatories[:1],
    unread=FULL.unread[:1],
)
BARE = report(weak=(), months=None)
KINDS = ("weaknesses", "measures", "results", "findings")


def _lines(shown: Report) -> list[str]:
    return list(summary_lines(Preview("ก.docx", shown, review(shown))))


def test_that_there_is_none_of_a_kind_is_told_with_its_sentence_and_place() -> None:
    none = NoneStated("urgent", "จุดอ่อนเร่งด่วน ไม่มี", Place(line=9))
    told = say("reading.none_stated", kind=say("weakness.urgent"), quote=none.quote, where=none.place)
    assert f"  {told}" in _lines(replace(FULL, none_stated=(none,)))


@pytest.mark.parametrize(("shown", "count"), [(FULL, 2), (SINGLE, 1), (BARE, 0)], ids=["many", "one", "none"])
@pytest.mark.parametrize("part", ["weaknesses", "measures", "results", "signatories", "unread"])
def test_each_part_is_counted(part: str, shown: Report, count: int) -> None:
    assert say_count(f"reading.{part}", count) in _lines(shown)


@pytest.mark.parametrize("shown", [FULL, SINGLE, BARE], ids=["many", "one", "none"])
def test_findings_are_counted_and_listed(shown: Report) -> None:
    found = review(shown)
    lines = _lines(shown)
    assert say_count("reading.findings", len(found)) in lines
    assert all(any(each.title in line and each.quote in line for line in lines) for each in found)


def test_who_and_when_come_first() -> None:
    first, second, *_ = _lines(FULL)
    assert all(part in first for part in (FULL.agency.name, "แม่ตัวอย่าง", "แพร่"))
    assert all(part in second for part in ("2564", "2563", say("reading.round", months=6)))


def test_what_the_document_does_not_say_is_said_to_be_missing() -> None:
    unknown = replace(BARE, agency=replace(BARE.agency, district=None, province=None), prior_fiscal_year_be=None)
    first, second, *_ = _lines(unknown)
    assert first.count(say("missing")) == 2
    assert second.count(say("missing")) == 2
    assert not any("None" in line for line in _lines(unknown))


def test_measures_are_numbered_with_their_counts() -> None:
    (line,) = [line for line in _lines(FULL) if NEWS in line and "2." in line]
    assert all(part in line for part in ("1", "2", "กองการประปา"))


def test_a_long_passage_is_cut() -> None:
    assert max(len(line) for line in _lines(FULL)) < 250


def test_every_line_is_one_line() -> None:
    broken = replace(FULL, unread=(Unread(Place(line=3), "หนึ่ง\nสอง\n\nสาม"),))
    assert [line for line in _lines(broken) if "\n" in line] == []


@pytest.mark.parametrize(("shown", "count"), [(FULL, 2), (SINGLE, 1), (BARE, 0)], ids=["many", "one", "none"])
def test_facts_count_what_was_read_and_none_of_a_kind_is_a_warning(shown: Report, count: int) -> None:
    told = list(facts(Preview("ก.docx", shown, ())))
    assert [fact.label for fact in told] == [say(f"reading.fact.{name}") for name in KINDS]
    for fact in told[:3]:
        assert (fact.value, fact.is_missing, fact.is_warning) == (str(count), count == 0, count == 0)
        assert fact.note == ("" if count else say("reading.fact.none"))


@pytest.mark.parametrize("severities", [(), ("high",), ("low", "medium"), ("high", "low", "high")])
def test_facts_count_findings_and_warn_of_grave_ones_alone(severities: tuple[Severity, ...]) -> None:
    found = tuple(Finding("cut_off_text", severity, Place(line=1), "ก") for severity in severities)
    *_, told = facts(Preview("ก.docx", FULL, found))
    high = severities.count("high")
    assert (told.value, told.is_warning) == (str(len(severities)), high > 0)
    assert told.note == (say("reading.fact.high", count=high) if high else "")
    assert not told.is_missing, "no finding is good news"


@pytest.mark.parametrize(("is_new", "key"), [(True, "stored"), (False, "already_stored")])
def test_what_became_of_a_report(is_new: bool, key: str) -> None:
    stored = StoredReport(7, "a1", is_new=is_new, imported_at=datetime(2026, 1, 2, 3, 4))  # noqa: DTZ001 - as stored
    assert list(result_lines(stored)) == [say(f"reading.{key}", number=7)]


@pytest.mark.parametrize("kept", [(WATER,), (WATER, NEWS)])
def test_plans_that_stayed_as_they_were_are_named(kept: tuple[str, ...]) -> None:
    _, *lines = result_lines(StoredReport(7, "a1", is_new=True, kept_plans=kept))
    assert lines == [say("reading.kept_plan", title=title) for title in kept]
