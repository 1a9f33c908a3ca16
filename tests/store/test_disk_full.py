"""On a full disk each deed is refused in one sentence, nothing is half written, and with room again it can be done.

Full is what the system says of a file that may not grow (`RLIMIT_FSIZE`), byte by byte the way a full disk says it.
Windows has no such limit, so these run where Python has `resource`.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from ita_analysis.store.files import log_of
from tests.store.apart import apart
from tests.store.deeds import FILES, SAVES, ZIP, Deed, State, prepare, state_of
from tests.store.files import release, rows
from tests.store.limits import ended_on_a_full_disk, given_up, growth, on_a_full_disk
from tests.store.refused import is_one_sentence

SINCE = datetime.now()  # noqa: DTZ005 - the clock of this desk
ONES = (
    "links.set_link", "progress.save_entry", "rounds.submit", "rules.set_rule", "surveys.store_survey", "a real record",
    "a sheet in the place of another",
)  # fmt: skip


def _copy(base: Path, folder: Path) -> Path:
    return Path(shutil.copytree(base.parent, folder)) / base.name


def _states(deed: Deed, base: Path, folder: Path) -> tuple[State, State]:
    """Return the state before a deed and the one after it."""
    old = state_of(_copy(base, folder / "old"), SINCE)
    lived = _copy(base, folder / "new")
    deed.act(lived)
    return old, state_of(lived, SINCE)


def _version(state: State) -> object:
    ((version, *_),) = state["data_version"]  # type: ignore[misc]
    return version


@pytest.mark.parametrize("name", ONES)
def test_a_save_is_refused_whole_and_can_be_done_when_there_is_room(
    name: str, starts: dict[str, Path], tmp_path: Path
) -> None:
    deed = SAVES[name]
    base = prepare(deed, starts, tmp_path / "base")
    old, new = _states(deed, base, tmp_path)
    needed = apart(growth, deed, _copy(base, tmp_path / "grown"))
    for room in (0, needed // 2):
        file = _copy(base, tmp_path / f"{room}")
        told = apart(on_a_full_disk, deed, file, room)
        is_one_sentence(told.full, "store_full", file.parent.name)
        assert told.version == _version(old), "what is stored can still be read"
        assert (told.again, state_of(file, SINCE) == new) == (None, True)
    told = apart(ended_on_a_full_disk, deed, base, needed * 9 // 10)
    is_one_sentence(told.full, "store_full", base.parent.name)
    assert state_of(base, SINCE) == old


def test_a_log_that_cannot_be_taken_in_stays_beside_the_file(starts: dict[str, Path], tmp_path: Path) -> None:
    """The end of a process, and the start of another, do what they can with as little room as there is."""
    deed = SAVES["links.set_link"]
    base = prepare(deed, starts, tmp_path / "base")
    _, new = _states(deed, base, tmp_path)
    apart(ended_on_a_full_disk, deed, base, 100_000)
    assert log_of(base).exists()
    told = apart(ended_on_a_full_disk, SAVES["rules.set_rule"], base, 20_000)
    assert (told.full, told.names) == (None, ())
    assert log_of(base).exists()
    found = state_of(base, SINCE)
    assert {name for name in new if new[name] != found[name]} == {"audit", "data_version", "weakness_rule_change"}


def test_after_duckdb_has_given_a_file_up_the_same_process_opens_it_anew(
    starts: dict[str, Path], tmp_path: Path
) -> None:
    deed = SAVES["links.set_link"]
    base = prepare(deed, starts, tmp_path / "base")
    old, new = _states(deed, base, tmp_path)
    told = apart(given_up, deed, base)
    is_one_sentence(told.full, "store_reopened", base.name)
    assert (told.version, told.again) == (_version(old), None)
    assert state_of(base, SINCE) == new


@pytest.mark.parametrize("room", [100, 50_000, 300_000, 900_000])
def test_a_first_start_leaves_no_file_and_the_next_builds_it(room: int, tmp_path: Path) -> None:
    deed, file = FILES["a new file"], tmp_path / "ita.duckdb"
    told = apart(on_a_full_disk, deed, file, room)
    is_one_sentence(told.full, "store_full", tmp_path.name)
    assert (told.names, told.again) == ((), None)
    assert rows(ready(file), "select count(*) from report") == [(1,)]
    release(file)


def test_a_start_refuses_a_file_that_it_cannot_bring_up_to_date(starts: dict[str, Path], tmp_path: Path) -> None:
    deed = FILES["a file of an earlier program"]
    file = prepare(deed, starts, tmp_path / "base")
    before = file.read_bytes()
    told = apart(ended_on_a_full_disk, deed, file, 20_000)
    assert told.full is not None
    assert told.full.key in {"store_full", "backup_unwritable"}
    assert file.read_bytes() == before
    deed.act(file)
    assert rows(ready(file), "select count(*) from agency") == [(1,)]
    release(file)


@pytest.mark.parametrize("room", [0, 1000, 20_000])
def test_a_backup_is_refused_and_leaves_nothing_beside_those_there_are(
    room: int, starts: dict[str, Path], tmp_path: Path
) -> None:
    deed = FILES["a backup"]
    file = prepare(deed, starts, tmp_path / "base")
    told = apart(on_a_full_disk, deed, file, room)
    is_one_sentence(told.full, "backup_unwritable", "backups")
    assert told.names == ("backups",)
    assert told.again is None
    assert len(state_of(file, SINCE)["first backup"]) == 1


@pytest.mark.parametrize("room", [0, 20_000, 300_000, 800_000])
def test_a_restored_file_is_whole_or_not_there(room: int, starts: dict[str, Path], tmp_path: Path) -> None:
    deed = FILES["a restored file"]
    file = prepare(deed, starts, tmp_path / "base")
    told = apart(on_a_full_disk, deed, file, room)
    assert told.full is not None
    assert told.full.key in {"store_full", "restore_unwritable"}
    assert (told.names, told.again) == ((ZIP,), None)
    assert state_of(file, SINCE) == state_of(_copy(starts["shipped"], tmp_path / "shipped"), SINCE)
