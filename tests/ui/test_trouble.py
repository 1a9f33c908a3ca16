"""What can go wrong with the database itself is one Thai sentence on every page, and never a trace."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb
import pytest

from ita_analysis.store import database
from ita_analysis.store.files import log_of
from ita_analysis.store.keeping import kept
from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.store.files import forget
from tests.store.held import held
from tests.store.limits import no_file_grows_beyond
from tests.ui.screen import Screen, visit


def _one_sentence(page: str) -> str:
    shown = visit(page)
    assert shown.traces == []
    (said,) = shown.problems
    assert has_thai(said)
    return said


def test_a_database_that_another_process_holds_is_named_with_the_process(shipped_file: Path) -> None:
    with held(shipped_file) as number:
        for page in PAGES:
            assert str(number) in _one_sentence(page)
    forget(shipped_file)
    assert visit().problems == [], "free again"


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_no_database_is_named(page: str, fresh_file: Path) -> None:
    fresh_file.write_bytes(b"no database" * 999)
    assert fresh_file.name in _one_sentence(page)


def test_a_database_cut_short_is_named(shipped_file: Path) -> None:
    whole = shipped_file.read_bytes()
    shipped_file.write_bytes(whole[: len(whole) // 2])
    assert shipped_file.name in _one_sentence("executive")


def _typed_rule() -> Screen:
    """Return a page on which a rule is typed and not yet saved."""
    shown = visit("weaknesses")
    for name, limit in {"urgent": "40", "develop": "60", "good": "70"}.items():
        shown.at.text_input(key=f"rule_{name}_2563").set_value(limit)
    shown.at.text_area(key="rule_reason_2563").set_value("ตั้งเป้าใหม่")
    return Screen(shown.at.run())


def _press(shown: Screen, button: str) -> Screen:
    return Screen(shown.at.button(key=button).click().run())


def _is_told(shown: Screen, words: str) -> bool:
    return shown.traces == [] and shown.problems == [words]


def _log_size(file: Path) -> int:
    return log_of(file).stat().st_size if log_of(file).exists() else 0


def _give_up(file: Path) -> None:
    """Let DuckDB give an open file up, as after a write of its log that it could not mend."""
    for step in ("+", "-"):  # something for the log to take in
        database.connection(file).execute(f"update data_version set version = version {step} 1")
    with no_file_grows_beyond(0), suppress(duckdb.FatalException):
        database.connection(file).execute("checkpoint")


def test_a_save_by_click_on_a_full_disk_is_a_sentence_and_what_was_typed_stays(shipped_file: Path) -> None:
    shown = _typed_rule()
    with no_file_grows_beyond(_log_size(shipped_file)):
        shown = _press(shown, "rule_save")
    assert _is_told(shown, say("error.store_full", folder=shipped_file.parent.name))
    assert shown.at.text_input(key="rule_good_2563").value == "70"
    shown = _press(shown, "rule_save")
    assert shown.problems == []
    assert shown.told("done") == [say("rule.saved")]


def test_a_backup_by_click_on_a_full_disk_is_a_sentence(shipped_file: Path) -> None:
    shown = visit("backups")
    with no_file_grows_beyond(_log_size(shipped_file)):
        shown = _press(shown, "back_up_now")
    assert shown.traces == []
    (said,) = shown.problems
    assert "backups" in said
    assert kept(shipped_file) == []
    shown = _press(shown, "back_up_now")
    assert (shown.problems, len(kept(shipped_file))) == ([], 1)


@pytest.mark.parametrize("page", ["executive", "coverage", "backups", "source"])
def test_a_page_upon_a_file_that_was_given_up_says_so_once(page: str, shipped_file: Path) -> None:
    visit(page)
    _give_up(shipped_file)
    assert _is_told(visit(page), say("error.store_reopened", file=shipped_file.name))
    assert visit(page).problems == []


def test_a_click_upon_a_file_that_was_given_up_can_be_done_again(shipped_file: Path) -> None:
    shown = _typed_rule()
    _give_up(shipped_file)
    assert _is_told(_press(shown, "rule_save"), say("error.store_reopened", file=shipped_file.name))
    assert _press(shown, "rule_save").told("done") == [say("rule.saved")]
