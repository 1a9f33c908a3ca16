"""A backup takes the place of the data of a running program whole or not at all; what was there is kept before."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from ita_analysis.errors import RightMissing, StoreError
from ita_analysis.people import DESK, PUBLIC, Person
from ita_analysis.sql import names
from ita_analysis.store import database, replacing, sharing
from ita_analysis.store.backup import back_up, look, restore
from ita_analysis.store.building import data_version, is_behind, ready
from ita_analysis.store.database import broken_rows
from ita_analysis.store.files import log_of, remove
from ita_analysis.store.keeping import MOST, folder_of, is_kept, keep, keep_anew, kept, state
from ita_analysis.store.replacing import replace
from ita_analysis.store.restoring import put_back, storing
from ita_analysis.store.sharing import using
from ita_analysis.store.statements import write
from ita_analysis.texts import explain
from ita_analysis.thai.text import has_thai
from tests.store.files import Tables, counts, forget, restarted, rows, tables
from tests.store.invented import agency, small_report, store
from tests.store.test_backup import SPOILT

DAY = datetime.fromisoformat("2026-01-05T08:30:00")  # before any day on which this runs


@dataclass(frozen=True)
class Changed:
    """A database that was backed up, and changed since."""

    file: Path
    backup: Path
    before: Tables
    after: Tables

    @property
    def now(self) -> Tables:
        """Return the rows as they are, without the count of changes."""
        return _rows(ready(self.file))


@pytest.fixture
def changed(shipped_file: Path, tmp_path: Path) -> Changed:
    """The shipped record with a report more than its backup, which lies elsewhere."""
    store(ready(shipped_file), small_report(agency(1), scores={6: 71.25}))
    before = _rows(ready(shipped_file))
    saved = back_up(shipped_file, tmp_path / "สำรอง.zip")
    store(ready(shipped_file), small_report(agency(2)))
    return Changed(shipped_file, saved, before, _rows(ready(shipped_file)))


def test_the_data_are_those_of_the_backup_and_what_was_there_is_kept(changed: Changed, tmp_path: Path) -> None:
    made = put_back(changed.backup, changed.file, who=DESK)
    assert changed.now == changed.before
    assert look(made).reason == "restore"
    assert kept(changed.file) == [made]
    with database.connect(restore(made, tmp_path / "kept.duckdb")) as copy:
        assert _rows(copy) == changed.after
    assert _rows(restarted(changed.file)) == changed.before, "as the next start sees it"


@pytest.mark.parametrize("moves", [True, False])
def test_it_goes_back_and_forth_where_open_files_move_and_where_they_do_not(
    moves: bool, changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "_MOVES_WHILE_OPEN", moves)
    made = put_back(changed.backup, changed.file, who=DESK)
    put_back(made, changed.file, who=DESK)
    assert changed.now == changed.after
    put_back(changed.backup, changed.file, who=DESK)
    assert changed.now == changed.before
    assert not store(ready(changed.file), small_report(agency(1), scores={6: 71.25})).is_new
    assert store(ready(changed.file), small_report(agency(3))).is_new
    assert _besides(changed.file) == []


def test_changes_are_counted_on_and_the_backup_is_known_to_hold_the_data(changed: Changed) -> None:
    saved = keep_anew(changed.file, "hand", now=DAY)
    for _ in range(5):
        write(ready(changed.file), "data_changed")
    before = data_version(ready(changed.file))
    put_back(saved, changed.file, who=DESK)
    assert data_version(ready(changed.file)) > before > look(saved).data_version
    assert state(changed.file) == look(saved).state
    assert not is_kept(changed.file), "the newest backup holds what was there before"
    forget(changed.file)
    remove(changed.file)
    restore(saved, changed.file)
    assert state(changed.file) == look(saved).state


def test_a_backup_that_counts_higher_is_counted_on_too(changed: Changed) -> None:
    for _ in range(50):
        write(ready(changed.file), "data_changed")
    saved = keep(changed.file, "hand", now=DAY)
    forget(changed.file)
    remove(changed.file)
    assert data_version(ready(changed.file)) < look(saved).data_version
    put_back(saved, changed.file, who=DESK)
    assert data_version(ready(changed.file)) > look(saved).data_version


def test_a_backup_of_an_earlier_program_is_brought_up_to_date(changed: Changed, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "older.duckdb")) as older:
        database.make_tables(older, names("migrations")[:2])
        older.execute("insert into agency values ('x', 'ก', 'ก', null, null, false)")
    put_back(back_up(tmp_path / "older.duckdb", tmp_path / "older.zip"), changed.file, who=DESK)
    opened = ready(changed.file)
    assert [row[0] for row in tables(opened)["agency"]] == ["x"]
    assert not is_behind(opened)
    assert counts(opened)["framework_indicator"] > 0
    assert state(changed.file)


def test_what_a_browser_sent_is_put_back_too(changed: Changed) -> None:
    with changed.backup.open("rb") as sent:
        put_back(sent, changed.file, who=DESK)
    assert changed.now == changed.before


def test_the_oldest_of_all_comes_back_and_makes_room_only_afterwards(changed: Changed) -> None:
    oldest = keep_anew(changed.file, "hand", now=DAY)
    store(ready(changed.file), small_report(agency(3)))
    later = keep_anew(changed.file, "hand", now=DAY + timedelta(days=1))
    for number in range(MOST - 2):
        shutil.copy(later, later.with_name(f"ita-2026-02-{number:02}-hand.zip"))
    assert kept(changed.file)[MOST - 1] == oldest
    made = put_back(oldest, changed.file, who=DESK)
    assert changed.now == changed.after
    assert kept(changed.file)[0] == made
    assert len(kept(changed.file)) == MOST


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_no_backup_is_refused_and_nothing_is_changed(spoil: Callable[[Path], None], changed: Changed) -> None:
    spoil(changed.backup)
    with _refused(changed) as refused:
        put_back(changed.backup, changed.file, who=DESK)
    assert changed.backup.name in explain(refused.value)
    assert kept(changed.file) == [], "an attempt in vain takes no room"


def test_a_backup_that_is_not_there_is_refused(changed: Changed, tmp_path: Path) -> None:
    with _refused(changed, "backup_missing"):
        put_back(tmp_path / "ไม่มี.zip", changed.file, who=DESK)


@pytest.mark.parametrize("who", [PUBLIC, Person("administrator", agency_code="elsewhere")], ids=["public", "one"])
def test_whoever_may_not_keep_all_agencies_puts_nothing_back(who: Person, changed: Changed) -> None:
    with pytest.raises(RightMissing):
        put_back(changed.backup, changed.file, who=who)
    assert changed.now == changed.after
    assert kept(changed.file) == []


def test_what_changed_since_it_was_looked_at_is_not_replaced(changed: Changed) -> None:
    seen = state(changed.file)
    put_back(changed.backup, changed.file, seen, who=DESK)
    assert changed.now == changed.before
    with _refused(Changed(changed.file, changed.backup, changed.before, changed.before), "restore_changed_meanwhile"):
        put_back(changed.backup, changed.file, seen, who=DESK)


def test_nothing_that_was_stored_is_lost_whoever_stores_meanwhile(changed: Changed, tmp_path: Path) -> None:
    """Each report is in the data, or in the backup that was made before they were replaced."""
    stored, enough = [], threading.Event()

    def store_many() -> None:
        while not enough.is_set():
            with using():
                stored.append(store(ready(changed.file), small_report(agency(len(stored) + 10))).agency_code)

    made: list[Path] = []
    refusals: list[str] = []
    with ThreadPoolExecutor(1) as other:
        storing_them = other.submit(store_many)
        while not made:
            try:
                made.append(put_back(changed.backup, changed.file, who=DESK))
            except StoreError as error:
                refusals.append(error.key)
                if len(refusals) == 3:
                    enough.set()
        enough.set()
        storing_them.result(60)
    assert set(refusals) <= {"restore_changed_meanwhile"}
    with database.connect(restore(made[0], tmp_path / "kept.duckdb")) as copy:
        in_backup = {code for (code,) in rows(copy, "select agency_code from report")}
    in_data = {code for (code,) in rows(ready(changed.file), "select agency_code from report")}
    assert stored
    assert set(stored) <= in_backup | in_data


def test_sixteen_who_read_meanwhile_see_the_old_state_or_the_new_one(changed: Changed) -> None:
    old, new = len(changed.after["report"]), len(changed.before["report"])
    is_done, seen_after = threading.Event(), []

    def read(_: int) -> set[tuple[object, ...]]:
        seen = set()
        while not seen or not is_done.is_set():
            with using():
                opened = ready(changed.file)
                (first,) = rows(opened, "select count(*), data_version.version from report, data_version group by all")
                (second,) = rows(opened, "select count(distinct report_id), count(*) from weakness")
            seen.add((first[0], second))
        with using():
            seen_after.append(rows(ready(changed.file), "select count(*) from report"))
        return seen

    with ThreadPoolExecutor(16) as threads:
        reading = [threads.submit(read, number) for number in range(16)]
        put_back(changed.backup, changed.file, who=DESK)
        is_done.set()
        seen = set().union(*(each.result(60) for each in reading))
    weak = {count: len(data["weakness"]) for count, data in ((old, changed.after), (new, changed.before))}
    assert seen <= {(count, (count, weak[count])) for count in (old, new)}, "half of one and half of the other"
    assert seen_after == [[(new,)]] * 16


def test_who_reads_for_long_is_not_torn_away(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "PATIENCE", 0.2)
    begun, is_done = threading.Event(), threading.Event()

    def read() -> list[tuple[object, ...]]:
        with using(), ready(changed.file).cursor() as cursor:
            cursor.execute("select agency_code from agency order by all")
            begun.set()
            is_done.wait(60)
            return cursor.fetchall()

    with ThreadPoolExecutor(1) as other:
        reading = other.submit(read)
        begun.wait(10)
        with _refused(changed, "restore_busy"):
            put_back(changed.backup, changed.file, who=DESK)
        is_done.set()
        assert len(reading.result(10)) == len(changed.after["agency"])
    put_back(changed.backup, changed.file, who=DESK)
    assert changed.now == changed.before


def test_a_cursor_that_nobody_told_of_holds_it_up_too(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.2)
    with ready(changed.file).cursor() as cursor:
        cursor.execute("select 1")
        with _refused(changed, "restore_busy"):
            put_back(changed.backup, changed.file, who=DESK)
    put_back(changed.backup, changed.file, who=DESK)
    assert changed.now == changed.before


def test_of_two_at_once_one_is_refused(changed: Changed) -> None:
    met = threading.Barrier(2, timeout=10)

    def try_it(_: int) -> str:
        met.wait()
        try:
            return put_back(changed.backup, changed.file, who=DESK).name
        except StoreError as error:
            return error.key

    with ThreadPoolExecutor(2) as threads:
        said = sorted(threads.map(try_it, range(2)), reverse=True)
    assert said[0] == "restore_under_way"
    assert said[1] == kept(changed.file)[0].name
    assert changed.now == changed.before


def test_a_place_that_takes_no_new_file_is_named(changed: Changed) -> None:
    changed.file.with_name(f"{changed.file.name}.restoring").mkdir()  # no file can be made there, by nobody
    with _refused(changed, "restore_unwritable") as refused:
        put_back(changed.backup, changed.file, who=DESK)
    assert changed.file.parent.name in explain(refused.value)


def test_where_the_data_cannot_be_kept_before_they_stay(changed: Changed) -> None:
    folder_of(changed.file).write_text("a file of that name")
    with _refused(changed, "backup_unwritable"):
        put_back(changed.backup, changed.file, who=DESK)


@pytest.mark.parametrize("moves", [True, False])
def test_where_the_file_cannot_be_replaced_the_old_one_goes_on(
    moves: bool, changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where another program that looks at the file keeps it from being replaced."""
    monkeypatch.setattr(replacing, "_MOVES_WHILE_OPEN", moves)
    move = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".restoring":
            raise PermissionError(13, "used by another process")
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with _refused(changed, "restore_unwritable"):
            put_back(changed.backup, changed.file, who=DESK)
    put_back(changed.backup, changed.file, who=DESK)
    assert changed.now == changed.before


def test_a_log_that_could_not_be_written_into_the_file_keeps_it_in_its_place(changed: Changed) -> None:
    """What the log holds would be lost with the file, and would spoil the other one."""
    fresh = restore(changed.backup, changed.file.with_name("fresh.duckdb"))
    with _refused(changed, "restore_unwritable"):
        replace(changed.file, fresh, lambda _: log_of(changed.file).touch())
    assert fresh.exists()


FULL_DISK = """
import resource, sys
from pathlib import Path
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.restoring import put_back
from tests.store.invented import agency, small_report, store
file, backup, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
ready(file)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
try:
    put_back(backup, file, who=DESK)
except StoreError as error:
    print(error.key)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(store(ready(file), small_report(agency(9))).is_new)
"""


@pytest.mark.parametrize("most", [10_000, 50_000, 100_000, 300_000, 800_000])
def test_a_disk_that_takes_no_more_keeps_the_data(most: int, changed: Changed) -> None:
    """No file of the process may grow beyond some bytes, so that its writes fail as on a full disk."""
    forget(changed.file)
    asked = [sys.executable, "-c", FULL_DISK, str(changed.file), str(changed.backup), str(most)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    why, goes_on = said.stdout.split()
    assert why in {"restore_unwritable", "store_full"}
    assert goes_on == "True"
    opened = ready(changed.file)
    assert {row[0] for row in changed.after["report"]} < {row[0] for row in tables(opened)["report"]}
    assert broken_rows(opened) == {}
    assert _besides(changed.file) == []


def test_a_backup_larger_than_the_room_that_is_left_is_not_unpacked(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(changed.file.parent)._replace(free=10_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with _refused(changed, "restore_unwritable"):
        put_back(changed.backup, changed.file, who=DESK)


def test_another_process_that_holds_the_data_is_named(changed: Changed) -> None:
    forget(changed.file)
    hold = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    asked = [sys.executable, "-c", hold, str(changed.file)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError) as refused:
            put_back(changed.backup, changed.file, who=DESK)
        assert str(holder.pid) in explain(refused.value)
        holder.communicate()
    assert changed.now == changed.after


def test_what_was_asked_upon_other_data_is_not_stored(changed: Changed) -> None:
    seen = data_version(ready(changed.file))
    with storing(changed.file, seen) as opened:
        assert opened is ready(changed.file)
    put_back(changed.backup, changed.file, who=DESK)
    with pytest.raises(StoreError) as refused, storing(changed.file, seen):
        pass
    assert refused.value.key == "data_put_back"
    with storing(changed.file, data_version(ready(changed.file))) as opened:
        assert opened is ready(changed.file)


@contextmanager
def _refused(changed: Changed, key: str = "") -> Iterator[pytest.ExceptionInfo[StoreError]]:
    """Expect a refusal in one Thai sentence that leaves the data as they were, and open."""
    with pytest.raises(StoreError) as refused:
        yield refused
    assert refused.value.key == (key or refused.value.key)
    assert has_thai(explain(refused.value))
    assert "\n" not in explain(refused.value)
    assert changed.now == changed.after


def _rows(opened: duckdb.DuckDBPyConnection) -> Tables:
    return {name: found for name, found in tables(opened).items() if name != "data_version"}


def _besides(file: Path) -> list[str]:
    """Return what lies beside a database and is neither its log nor its backups."""
    known = {file.name, f"{file.name}.wal", "backups", "สำรอง.zip"}
    return sorted(path.name for path in file.parent.iterdir() if path.name not in known)
