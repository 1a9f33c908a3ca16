"""A process that is killed while it makes a whole file (database, backup) leaves all of it, or nothing of it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from ita_analysis.store.files import log_of
from tests.store.deaths import SEED, deaths
from tests.store.deeds import DEATHS, FILES, SAVES, leave_log, prepare, state_of


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_being_made_is_whole_or_not_there(name: str, starts: dict[str, Path], tmp_path: Path) -> None:
    died = list(deaths(FILES[name], starts, tmp_path, DEATHS[name]))
    assert [each for each in died if not each.is_right] == [], f"seed {SEED}"
    assert {each.was_done for each in died} == {True, False}


def test_processes_are_killed_two_hundred_times() -> None:
    assert sum(DEATHS[name] for name in (*SAVES, *FILES)) >= 200


def test_a_log_that_ends_at_any_byte_is_the_old_state_or_the_new_one(starts: dict[str, Path], tmp_path: Path) -> None:
    """A log can be cut where no line of ours is: in the middle of a write, or of a block of the disk."""
    since = datetime.now()  # noqa: DTZ005 - the clock of this desk
    new = prepare(SAVES["links.set_link"], starts, tmp_path / "new")
    old = state_of(Path(shutil.copy(new, tmp_path / "old.duckdb")), since)
    leave_log(new)
    log = log_of(new).read_bytes()
    found = []
    for cut in sorted({len(log) * part // 24 for part in range(25)} | {len(log) - 1}):
        file = Path(shutil.copy(new, tmp_path / "cut.duckdb"))
        log_of(file).write_bytes(log[:cut])
        found.append(state_of(file, since))
        file.unlink()
    whole = found[-1]
    assert whole != old
    assert [each for each in found if each not in (old, whole)] == []
    assert found[0] == old
