"""The log of a database is taken in by a copy that takes the file's place: the file in use is only added to."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.store.building import ready
from ita_analysis.store.files import log_of
from ita_analysis.texts import explain
from tests.store.apart import apart
from tests.store.deeds import SAVES, state_of
from tests.store.files import release, rows
from tests.store.limits import started

SINCE = datetime.now()  # noqa: DTZ005 - the clock of this desk


def _log_and_file(file: Path, save: str = "links.set_link") -> tuple[bytes, bytes]:
    """Save something, and return the log and the file as a process that is killed after it leaves them."""
    SAVES[save].act(file)
    return log_of(file).read_bytes(), file.read_bytes()


def _changes(file: Path) -> int:
    return len(rows(ready(file), "from link_change"))


def test_a_save_changes_no_byte_of_the_file(shipped_file: Path) -> None:
    before = shipped_file.read_bytes()
    log, after = _log_and_file(shipped_file)
    assert log
    assert after == before


def test_a_big_import_only_adds_to_the_file(empty_file: Path) -> None:
    before = empty_file.read_bytes()
    with duckdb.connect(str(empty_file), config={"checkpoint_threshold": "1000TB"}) as opened:
        opened.execute("pragma disable_checkpoint_on_shutdown")
        opened.execute("insert into unread select i, i, '{}', md5(i::varchar) from range(500_000) r(i)")
    assert empty_file.stat().st_size > len(before), "nothing was written beside the log"
    assert empty_file.read_bytes()[: len(before)] == before
    assert rows(ready(empty_file), "select count(*) from unread") == [(500_000,)]


def test_what_is_closed_is_one_file(shipped_file: Path) -> None:
    _log_and_file(shipped_file)
    release(shipped_file)
    assert {path.name for path in shipped_file.parent.iterdir()} == {shipped_file.name}
    assert _changes(shipped_file) == 1


def test_a_log_that_was_taken_in_is_not_taken_in_twice(shipped_file: Path) -> None:
    """A process can be killed after the copy has taken the file's place and before the log is gone."""
    log, _ = _log_and_file(shipped_file)
    release(shipped_file)
    log_of(shipped_file).write_bytes(log)
    assert _changes(shipped_file) == 1


def test_a_log_that_is_not_of_its_file_is_refused_and_kept(shipped_file: Path) -> None:
    """As where somebody puts an older copy of the file in its place."""
    older = shipped_file.read_bytes()
    _log_and_file(shipped_file)
    release(shipped_file)
    log, _ = _log_and_file(shipped_file, "links.remove_link")
    release(shipped_file)
    shipped_file.write_bytes(older)
    log_of(shipped_file).write_bytes(log)
    with pytest.raises(StoreError) as refused:
        ready(shipped_file)
    assert shipped_file.name in explain(refused.value)
    assert (shipped_file.read_bytes(), log_of(shipped_file).read_bytes()) == (older, log)


def test_processes_that_start_at_once_upon_a_left_log_lose_nothing(shipped_file: Path, tmp_path: Path) -> None:
    _log_and_file(shipped_file)
    left = Path(shutil.copytree(shipped_file.parent, tmp_path / "left")) / shipped_file.name
    whole = state_of(Path(shutil.copytree(left.parent, tmp_path / "whole")) / left.name, SINCE)
    with ThreadPoolExecutor(4) as starts:
        said = list(starts.map(lambda _: apart(started, left), range(4)))
    assert {each.key for each in said if each} <= {"store_busy"}
    assert None in said, "nobody could start"
    assert state_of(left, SINCE) == whole
