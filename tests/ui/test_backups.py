"""The page of backups: when the data were last kept, one click to keep them now, each backup to take away whole."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ita_analysis.people import DESK
from ita_analysis.sentences.backups import moment
from ita_analysis.store import database
from ita_analysis.store.backup import restore
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import folder_of, keep, kept, listed
from ita_analysis.store.synthetic import load_demo
from ita_analysis.texts import say
from ita_analysis.ui import awaking
from tests.store.files import tables
from tests.store.invented import agency, small_report, store
from tests.ui.screen import Screen, visit


def _click(shown: Screen) -> Screen:
    shown.at.button(key="back_up_now").click().run()
    return shown


def test_without_any_backup_it_says_so_and_when_one_is_made(shipped_file: Path) -> None:
    shown = visit("backups")
    assert shown.headline == say("backups.none")
    assert say("backups.none_lead") in shown.text
    assert shown.elements("table", "cards") == []
    assert list(shown.at.get("download_button")) == []
    assert kept(shipped_file) == [], "looking makes none"


def test_one_click_keeps_the_data_and_a_second_one_says_that_nothing_has_changed(shipped_file: Path) -> None:
    shown = _click(visit("backups"))
    assert shown.problems == []
    assert shown.told("done") == [say("backups.done")]
    (one,) = listed(shipped_file)
    assert shown.headline == say("backups.latest", when=moment(one))
    assert say("backups.current") in shown.text
    assert _click(shown).told("note") == [say("backups.same")]
    assert len(kept(shipped_file)) == 1


def test_a_change_since_the_newest_is_told(shipped_file: Path) -> None:
    shown = _click(visit("backups"))
    store(ready(shipped_file), small_report(agency(1)))
    assert say("backups.changed") in visit("backups").text
    assert say("backups.current") in _click(shown).text
    rows = visit("backups").rows(say("column.why"))
    assert [row[1] for row in rows] == [say("backups.reason.hand")] * 2
    assert rows[0][2] == say("backups.holds", agencies=2, reports=2, scores=0)
    assert rows[1][2] == say("backups.holds", agencies=1, reports=1, scores=0)


def test_what_is_taken_away_is_a_whole_backup(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    shown = _click(visit("backups"))
    (offered,) = shown.at.get("download_button")
    assert offered.label == say("backups.download")
    (made,) = kept(shipped_file)
    with database.connect(restore(made, tmp_path / "restored.duckdb")) as copy:
        assert tables(copy) == before


def test_a_damaged_backup_stands_there_as_what_it_is(shipped_file: Path) -> None:
    ready(shipped_file)
    keep(shipped_file, "import").write_bytes(b"PK\x03\x04")
    shown = visit("backups")
    assert shown.problems == []
    assert shown.headline == say("backups.none")
    ((when, why, *_),) = shown.rows(say("column.why"))
    assert (when, why) == (say("backups.unreadable"), say("backups.unreadable_why"))
    assert list(shown.at.get("download_button")) == []
    assert _click(shown).told("done") == [say("backups.done")]


def test_a_place_that_takes_no_file_is_one_sentence(shipped_file: Path) -> None:
    ready(shipped_file)
    folder_of(shipped_file).write_text("a file of that name")
    (problem,) = _click(visit("backups")).problems
    assert folder_of(shipped_file).name in problem


def test_where_invented_agencies_are_kept_too_the_page_says_so(shipped_file: Path) -> None:
    assert visit("backups").elements("span", "synthetic") == []
    load_demo(ready(shipped_file), who=DESK)
    assert visit("backups").elements("span", "synthetic")


class _TwoLooks(threading.Event):
    """The end of a program that comes after two looks at the calendar; no wait lasts."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Note how long the wait would have been, and say whether the program has ended."""
        self.waits.append(timeout)
        return len(self.waits) > 2


def test_a_running_program_keeps_the_data_once_a_day(shipped_file: Path) -> None:
    ready(shipped_file)
    ended = _TwoLooks()
    awaking._keep_daily(shipped_file, ended)
    first, *later = ended.waits
    assert first is not None
    assert first >= 30, "the first visitor comes first"
    assert later == [3600, 3600]
    assert [each.manifest and each.manifest.reason for each in listed(shipped_file)] == ["day"]


def test_a_daily_backup_that_cannot_be_made_is_told_and_tried_again(
    shipped_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ready(shipped_file)
    folder_of(shipped_file).write_text("a file of that name")
    awaking._keep_daily(shipped_file, _TwoLooks())
    assert capsys.readouterr().err.count(folder_of(shipped_file).name) >= 2
