"""A process that dies while it puts a backup back leaves the old data or the new ones, whole, whenever it dies."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ita_analysis.paths import PROJECT
from ita_analysis.people import DESK
from ita_analysis.store.backup import back_up, look
from ita_analysis.store.building import ready
from ita_analysis.store.database import broken_rows
from ita_analysis.store.keeping import kept
from ita_analysis.store.restoring import put_back
from tests.store.files import Tables, forget, tables
from tests.store.invented import agency, small_report, store

# One process has loaded the program; for each line it is sent, a copy of it restores and dies: after some seconds, or
# as Python is about to do something with a file for the n-th time (what `sys.addaudithook` is told of).
DYING = """
import os, sys, time
from pathlib import Path
from ita_analysis.people import DESK
from ita_analysis.store.restoring import put_back

def die_at(event, ending, count):
    left = [count]
    def hook(name, arguments):
        if name == event and str(arguments[0]).endswith(ending):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), 9)
    sys.addaudithook(hook)

print("ready", flush=True)
for line in sys.stdin:
    file, backup, how, *rest = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        if how == "at":
            die_at(rest[0], rest[1], int(rest[2]))
        put_back(Path(backup), Path(file), who=DESK)
        os._exit(0)
    if how == "after":
        time.sleep(float(rest[0]))
        os.kill(child, 9)
    print(os.waitpid(child, 0)[1], flush=True)
"""
FRESH = "ita.duckdb.restoring"
STEPS = (
    ("os.remove", FRESH, 1, "old"),
    ("os.mkdir", f"{FRESH}.csv", 1, "old"),
    ("open", "agency.csv", 1, "old"),
    ("open", "weakness_rule_change.csv", 1, "old"),
    ("os.rmdir", f"{FRESH}.csv", 1, "old"),
    ("open", "-restore.zip.writing", 1, "old"),
    ("os.rename", "packed.zip", 1, "old"),
    ("os.rename", FRESH, 1, "old"),
    ("os.remove", FRESH, 2, "new"),
    ("os.remove", f"{FRESH}.wal", 2, "new"),
)
MOMENTS = [round(random.Random(7).uniform(0.02, 1.2), 3) for _ in range(26)]


@dataclass(frozen=True)
class Dying:
    """A process whose copies die, what they restore from, and the two states of the data."""

    process: subprocess.Popen[str]
    original: Path
    backup: Path
    states: dict[str, Tables]

    def die(self, folder: Path, how: str, *about: object) -> tuple[Path, int]:
        """Let a copy restore and die; return the database it leaves, and by which signal it ended."""
        file = Path(shutil.copy(self.original, folder / "ita.duckdb"))
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(file, self.backup, how, *about, sep="\t", file=self.process.stdin, flush=True)
        return file, int(self.process.stdout.readline())


@pytest.fixture(scope="module")
def dying(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dying]:
    """The shipped record with a report more than its backup."""
    folder = tmp_path_factory.mktemp("dying")
    file = Path(shutil.copy(built["shipped"], folder / "original.duckdb"))
    new = _rows(ready(file))
    backup = back_up(file, folder / "backup.zip")
    store(ready(file), small_report(agency(1)))
    states = {"old": _rows(ready(file)), "new": new}
    forget(file)
    asked = [sys.executable, "-c", DYING]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Dying(process, file, backup, states)


@pytest.mark.parametrize(("event", "ending", "count", "expected"), STEPS)
def test_dead_at_a_step(event: str, ending: str, count: int, expected: str, dying: Dying, tmp_path: Path) -> None:
    file, ended = dying.die(tmp_path, "at", event, ending, count)
    assert ended == 9, "it came to its end"
    assert _left(file, dying.states) == expected
    _goes_on(file, dying)


@pytest.mark.parametrize("moment", MOMENTS)
def test_dead_at_any_moment(moment: float, dying: Dying, tmp_path: Path) -> None:
    file, _ = dying.die(tmp_path, "after", moment)
    assert _left(file, dying.states) in {"old", "new"}
    _goes_on(file, dying)


def _left(file: Path, states: dict[str, Tables]) -> str:
    """Return which state a database is in; whatever is kept beside it as a backup is one that can be read."""
    opened = ready(file)
    assert broken_rows(opened) == {}
    assert [look(each).reason for each in kept(file)] in ([], ["restore"])
    found = _rows(opened)
    return next((name for name, rows in states.items() if rows == found), "neither")


def _goes_on(file: Path, dying: Dying) -> None:
    """The next attempt is as good as the first, and leaves nothing of the one that died."""
    put_back(dying.backup, file, who=DESK)
    assert _rows(ready(file)) == dying.states["new"]
    forget(file)
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(f"{file.name}.")] == []


def _rows(opened: duckdb.DuckDBPyConnection) -> Tables:
    return {name: found for name, found in tables(opened).items() if name != "data_version"}
