"""The form of a result: what is read is what was typed, an entry shown and read is the same, no word gets lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.entries import Cited, Entry
from ita_analysis.intake.result_form import (
    CITED,
    COUNT,
    DAYS,
    TEXTS,
    cited_count,
    cited_field,
    is_like_before,
    one_less,
    one_more,
    read,
    shown,
    step_field,
)
from ita_analysis.sentences.entering import fields_named
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.thai.fiscal_year import Span
from tests.store.entered import ENTRY, HOSTILE, entries, texts

LAWS = settings(max_examples=30)
STEPS = (1, 2)
NO_DAYS = ("31 ก.พ. 2564", "64", "เมื่อวาน", *HOSTILE)
ON, LATER = date(2021, 1, 7), date(2021, 3, 31)


def typed(**fields: str) -> dict[str, str]:
    """Return the fields of an empty form with some of them typed into."""
    return shown(None, STEPS) | fields


@LAWS
@given(entries())
def test_an_entry_that_is_shown_and_read_is_the_same(entry: Entry) -> None:
    said = read(shown(entry, STEPS))
    steps = {number: entry.steps.get(number, "not_stated") for number in STEPS}
    evidence = entry.evidence or (Cited(""),)
    assert said.entry == replace(entry, steps=steps, evidence=evidence)
    assert said.no_days == ()
    assert shown(said.entry, STEPS).items() >= shown(entry, STEPS).items()


@LAWS
@given(st.fixed_dictionaries({name: texts() for name in TEXTS}), st.lists(st.tuples(*[texts()] * 4), max_size=3))
def test_what_is_read_is_what_was_typed(words: Mapping[str, str], cited: list[tuple[str, str, str, str]]) -> None:
    fields = typed(**words, **{COUNT: str(len(cited))})
    for number, pieces in enumerate(cited, 1):
        names = (name for name in CITED if name != "on")
        fields |= {cited_field(number, name): text for name, text in zip(names, pieces, strict=True)}
    entry = read(fields).entry
    assert {name: getattr(entry, name) for name in TEXTS} == words
    assert [(each.title, each.url, each.sha256, each.other_host_reason) for each in entry.evidence] == cited


def test_hostile_words_are_read_as_they_are_and_a_hundred_thousand_letters_whole() -> None:
    for text in (*HOSTILE, "ก" * 100_000, "่" * 100_000):
        fields = typed(detail=text, owner=text, start=text, cited_1_title=text, cited_1_url=text, cited_1_on=text)
        said = read(fields)
        assert (said.entry.detail, said.entry.owner) == (text, text)
        assert said.entry.evidence == (Cited(text, text),)
        assert said.no_days == (("start", "cited_1_on") if text.strip() else ())


def test_nothing_typed_is_nothing_said() -> None:
    said = read(shown(None, STEPS))
    assert said.no_days == ()
    assert said.entry == Entry(steps=dict.fromkeys(STEPS, "not_stated"), evidence=(Cited(""),))
    assert shown(None, STEPS) == shown(Entry(), STEPS)


def test_a_step_that_is_not_ticked_is_not_stated_and_never_not_done() -> None:
    fields = shown(Entry(steps={2: "not_done", 9: "done"}), STEPS)
    assert [fields.get(step_field(number)) for number in (1, 2, 9)] == ["not_stated", "not_done", None]
    assert read(fields | {step_field(1): "done"}).entry.steps == {1: "done", 2: "not_done"}


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("", "", None),
        (" ", "\n", None),
        ("7 ม.ค. 2564", "๓๑/๓/๖๔", Span(ON, LATER)),
        ("7/1/64", "", Span(ON, ON)),
        ("", "31 มีนาคม 2564", Span(LATER, LATER)),
        ("31/3/64", "7/1/64", Span(LATER, ON)),  # the store says that it ends before it starts
        ("31 ก.พ. 64", "7/1/64", Span(ON, ON)),
    ],
)
def test_days_of_the_period_are_read_and_one_alone_is_that_day(start: str, end: str, span: Span | None) -> None:
    assert read(typed(start=start, end=end)).entry.period == span


@pytest.mark.parametrize("text", NO_DAYS, ids=ascii)
def test_a_day_that_is_none_names_its_field_and_keeps_its_words(text: str) -> None:
    fields = typed(end="7/1/64", cited_2_title="ก", **{COUNT: "2"})
    for name in (*DAYS, cited_field(1, "on"), cited_field(2, "on")):
        wrong = fields | {name: text}
        said = read(wrong)
        assert said.no_days == ((name,) if text.strip() else ())
        assert wrong[name] == text
        assert read(wrong | {name: long_date(ON)}).no_days == (), "mended"
        assert not said.no_days or fields_named(said.no_days)


def test_all_days_that_are_none_are_named_at_once() -> None:
    wrong = typed(start="ก", end="ข", cited_1_on="ค", cited_2_on="ง", **{COUNT: "2"})
    assert read(wrong).no_days == ("start", "end", "cited_1_on", "cited_2_on")


def test_a_day_of_a_piece_that_was_taken_out_asks_nothing_more() -> None:
    fields = typed(cited_1_title="ก", cited_2_title="ข", cited_2_on="31 ก.พ. 64", **{COUNT: "2"})
    assert read(fields | one_less(fields, 2)).no_days == ()
    assert read(fields | {COUNT: "1"}).no_days == (), "a field that nobody sees cannot be mended"


@LAWS
@given(entries().filter(lambda entry: entry.evidence), st.data())
def test_a_piece_taken_out_leaves_the_others_as_they_were(entry: Entry, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(entry.evidence)))
    fields = shown(entry, STEPS)
    left = fields | one_less(fields, number)
    rest = entry.evidence[: number - 1] + entry.evidence[number:]
    assert read(left).entry.evidence == rest
    more = left | one_more(left)
    assert cited_count(more) == len(entry.evidence)
    assert read(more).entry.evidence == (*rest, Cited("")), "nothing of the piece that went comes back"


@pytest.mark.parametrize("name", ["detail", "output", "outcome"])
def test_a_result_in_other_words_is_not_like_the_last(name: str) -> None:
    again = replace(ENTRY, note="ใหม่", owner="ใหม่", steps={}, evidence=(), period=None)
    assert is_like_before(again, ENTRY)
    assert not is_like_before(replace(again, **{name: "ใหม่"}), ENTRY)  # type: ignore[arg-type]
    assert not is_like_before(again, None)


def test_two_results_without_a_word_are_not_copies() -> None:
    assert not is_like_before(Entry(note="ก"), Entry(note="ก"))


def test_blanks_that_the_store_takes_away_make_no_other_words() -> None:
    assert is_like_before(replace(ENTRY, detail=f" {ENTRY.detail}\n"), ENTRY)


def test_a_typed_day_of_evidence_is_kept_to_the_day() -> None:
    (cited,) = read(typed(cited_1_title="ก", cited_1_on="๗ มกราคม ๒๕๖๔")).entry.evidence
    assert cited.published_on == ON == day_in(shown(Entry(evidence=(cited,)), ())["cited_1_on"])
