"""What was typed and not stored is kept beside the database: equal to what it was, or not at all."""

from __future__ import annotations

import os
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_analysis.store.drafts import OLDEST, Draft, folder_of, keep, kept, sweep
from tests.store.entered import ENTRY, PLAN

WORD = "aB3_-xyz"
DRAFTS = {
    ("result", 1, 6): Draft(ENTRY, {"detail": "<b> \u202e ก\ud83d\n", "cited": "2"}, {"detail": ["ข"]}),
    ("plan", 3): Draft(PLAN, {"title": "ใหม่"}),
    ("plan", "a-code", 2564): Draft(None, {"title": "ใหม่"}),
    ("rounds", "a-code", 2564): Draft({6: date(2021, 4, 5), 12: None}, {"due_12": ""}),
    ("score", "a-code", 2567): Draft({("indicator", "1"): Decimal("96.5")}, {"indicator_1": "x"}),
    ("sites", "a-code"): Draft(("a.go.th",), {"hosts": ""}),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database, by its name alone: drafts only lie beside it."""
    return tmp_path / "ita.duckdb"


def names(file: Path) -> list[str]:
    return sorted(each.name for each in folder_of(file).iterdir())


def test_drafts_of_every_form_are_read_as_they_were_kept(file: Path) -> None:
    assert keep(file, WORD, DRAFTS)
    assert kept(file, WORD) == DRAFTS
    assert names(file) == [f"{WORD}.json"]


def test_of_a_word_without_drafts_no_file_is_left(file: Path) -> None:
    keep(file, WORD, DRAFTS)
    assert keep(file, WORD, {})
    assert (kept(file, WORD), names(file)) == ({}, [])


@pytest.mark.parametrize("word", ["", "../../ab", "/etc/pas", "a/b/c/de", "ก" * 8, "abcdefg\0", "abcdefgh\n", "a" * 9])
def test_a_word_is_never_a_path(word: str, file: Path) -> None:
    assert not keep(file, word, DRAFTS)
    assert kept(file, word) == {}
    assert not folder_of(file).exists()


@pytest.mark.parametrize(
    "said", ["", "{", "[1]", "[[{},{}]]", '[[{"Unknown":{}},{"seen":null,"texts":{},"aside":{}}]]']
)
def test_a_file_that_says_nothing_known_is_no_draft_and_stays(said: str, file: Path) -> None:
    keep(file, WORD, DRAFTS)
    (folder_of(file) / f"{WORD}.json").write_text(said, encoding="utf-8")
    assert kept(file, WORD) == {}
    assert names(file) == [f"{WORD}.json"]


def test_a_folder_that_takes_no_file_is_told_of_and_breaks_nothing(file: Path) -> None:
    folder_of(file).write_text("in its place", encoding="utf-8")
    assert not keep(file, WORD, DRAFTS)
    assert kept(file, WORD) == {}
    sweep(file)


def test_what_was_typed_long_ago_is_swept_and_nothing_else(file: Path) -> None:
    for word in (WORD, "recently"):
        keep(file, word, DRAFTS)
    strange = folder_of(file) / "notes.txt"
    strange.write_text("of somebody", encoding="utf-8")
    then = time.time() - OLDEST - 60
    for each in (folder_of(file) / f"{WORD}.json", strange):
        os.utime(each, (then, then))
    sweep(file)
    assert names(file) == ["notes.txt", "recently.json"]
