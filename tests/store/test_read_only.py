"""A folder or a file that may not be written is one sentence for each deed; nothing is half written, nothing is lost.

A process gives up what an administrator may do, so that permissions hold whoever runs this.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.store.apart import apart
from tests.store.deeds import FILES, SAVES, ZIP, prepare, state_of
from tests.store.limits import backed_up_elsewhere, where_nothing_may_be_written
from tests.store.refused import is_one_sentence

SINCE = datetime.now()  # noqa: DTZ005 - the clock of this desk
FOLDER, FILE = 0o555, 0o444
START = FILES["a file whose log is left"]


def test_a_start_in_a_folder_that_takes_no_file_shows_what_is_stored(starts: dict[str, Path], tmp_path: Path) -> None:
    """An opening that changes nothing writes nothing, so there is nothing to refuse yet."""
    file = prepare(FILES["a backup"], starts, tmp_path / "locked")
    before = file.read_bytes()
    told = apart(where_nothing_may_be_written, START, file, {file.parent: FOLDER})
    assert (told.full, told.names, told.again) == (None, (), None)
    assert file.read_bytes() == before


def test_a_start_with_a_file_that_may_not_be_written_names_its_folder(starts: dict[str, Path], tmp_path: Path) -> None:
    file = prepare(FILES["a backup"], starts, tmp_path / "locked")
    told = apart(where_nothing_may_be_written, START, file, {file: FILE})
    is_one_sentence(told.full, "store_unwritable", "locked")
    assert (told.names, told.again) == ((), None)


def test_a_first_start_in_a_folder_that_takes_no_file_makes_none(tmp_path: Path) -> None:
    file = tmp_path / "locked" / "ita.duckdb"
    file.parent.mkdir()
    told = apart(where_nothing_may_be_written, FILES["a new file"], file, {file.parent: FOLDER})
    is_one_sentence(told.full, "store_unwritable", "locked")
    assert (told.names, told.again) == ((), None)


def test_a_log_that_was_left_there_is_kept_and_still_read(starts: dict[str, Path], tmp_path: Path) -> None:
    """The log is there already, so nothing has to be made: the program starts, and ends without taking it in."""
    file = prepare(START, starts, tmp_path / "locked")
    told = apart(where_nothing_may_be_written, START, file, {file.parent: FOLDER})
    assert (told.full, told.names, told.again) == (None, (), None)
    assert len(state_of(file, SINCE)["link_change"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["links.set_link", "a sheet in the place of another"])
def test_a_save_into_a_folder_that_was_locked_meanwhile_is_refused_whole(
    name: str, starts: dict[str, Path], tmp_path: Path
) -> None:
    file = prepare(SAVES[name], starts, tmp_path / "locked")
    old = state_of(file, SINCE)
    told = apart(where_nothing_may_be_written, SAVES[name], file, {file.parent: FOLDER})
    is_one_sentence(told.full, "store_unwritable", "locked")
    assert (told.names, told.again) == ((), None)
    assert told.version == old["data_version"][0][0]  # type: ignore[index]
    assert state_of(file, SINCE) != old, "it was not stored once the folder was open again"


def test_a_backup_into_a_folder_that_takes_no_file_names_it(starts: dict[str, Path], tmp_path: Path) -> None:
    file = prepare(FILES["a backup"], starts, tmp_path / "locked")
    told = apart(where_nothing_may_be_written, FILES["a backup"], file, {file.parent: FOLDER})
    is_one_sentence(told.full, "backup_unwritable", "locked")
    assert (told.names, told.again) == ((), None)


def test_data_in_a_locked_folder_can_be_backed_up_elsewhere(starts: dict[str, Path], tmp_path: Path) -> None:
    file = prepare(START, starts, tmp_path / "locked")
    assert apart(backed_up_elsewhere, file, tmp_path / ZIP, {file.parent: FOLDER, file: FILE}) is None
    assert (tmp_path / ZIP).exists()


def test_a_restore_into_a_folder_that_takes_no_file_names_it(starts: dict[str, Path], tmp_path: Path) -> None:
    file = prepare(FILES["a restored file"], starts, tmp_path / "locked")
    told = apart(where_nothing_may_be_written, FILES["a restored file"], file, {file.parent: FOLDER})
    is_one_sentence(told.full, "restore_unwritable", "locked")
    assert (told.names, told.again) == ((ZIP,), None)
