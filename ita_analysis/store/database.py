"""Opening the one database file: built on first start, migrated, locked down, one connection a process."""

from __future__ import annotations

import atexit
import gc
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.sql import digest, names, statement
from ita_analysis.store.files import BLOCK_SIZE, alone, fold
from ita_analysis.store.statements import find, write
from ita_analysis.store.trouble import explained, is_about_the_file, path_in

MEMORY = Path(":memory:")
# Checks that look at every score of a nation; only what stores a sheet can break them.
ABOUT_SHEETS = ("score_has_a_result", "score_stands_once")
# All that judged steps alone can break.
ABOUT_STEPS = ("every_round_is_listed", "judged_step_exists", "step_state_is_known")
_MADE = ("views", "macros", "triggers")
# One thread a question: handing small ones about costs some of their time, and visitors ask side by side.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "threads": 1,
    "checkpoint_threshold": "1000TB",  # never: `files.fold` takes the log in
    "default_block_size": BLOCK_SIZE,
}
_LONGEST_WAIT, _PATIENCE = 30, 10  # seconds that closing, and putting another file in the place, wait for readers
_open: dict[Path, duckdb.DuckDBPyConnection] = {}
_opening = threading.RLock()
_writing = threading.RLock()


def connection(file: Path) -> duckdb.DuckDBPyConnection:
    """Return this process's connection to a database file; use `.cursor()` of it in each query.

    Raises StoreError where another process holds the file, or the file cannot be read.
    """
    with _opening:
        if file not in _open:
            _open[file] = connect(file)
        return _open[file]


def opened(file: Path) -> duckdb.DuckDBPyConnection | None:
    """Return this process's connection to a file, or None where it has none."""
    with _opening:
        return _open.get(file)


def close(file: Path) -> None:
    """Close this process's connection to a file, if it has one; who reads by it at this moment may finish."""
    with _opening:
        if opened := _open.pop(file, None):
            _close(opened)
            with alone(file):
                fold(file)


@atexit.register
def close_all() -> None:
    """Close every file that this process has open, so that each is one file without a log."""
    for file in list(_open):
        close(file)


@contextmanager
def let_go(file: Path) -> Iterator[None]:
    """Close a file as soon as nobody reads it, and open what lies in its place afterwards; nobody stores meanwhile.

    Raises StoreError where somebody still reads it after some seconds.
    """
    with _writing, _opening:
        _wait_for_readers(_open[file])
        _open.pop(file).close()
        try:
            with alone(file):
                fold(file)
            yield
        finally:
            _open[file] = connect(file)


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """Return a new connection with all tables and views in place and nothing to reach outside the file."""
    opened: duckdb.DuckDBPyConnection | None = None
    try:
        opened = _connected(file)
        opened.execute("set autoload_known_extensions = false")
        migrate(opened)
        opened.execute("set enable_external_access = false")
        opened.execute("set lock_configuration = true")
    except (duckdb.Error, StoreError) as error:
        if opened is not None:
            opened.close()
        raise explained(file, error) if isinstance(error, duckdb.Error) else error from error
    return opened


@contextmanager
def looking(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that only reads, to a file that this process has not open."""
    with explaining(file):
        with alone(file):
            fold(file)
            opened = duckdb.connect(str(file), read_only=True)
        with opened:
            yield opened


def migrate(opened: duckdb.DuckDBPyConnection, *, anew: bool = False) -> None:
    """Run the migrations that the database lacks, and make views, macros and triggers where others stand there.

    An opening that changes nothing leaves no log to take in. `anew` makes them whatever the database says of itself.
    """
    changed = make_tables(opened, names("migrations"))
    wanted = digest(*_MADE)
    if changed or anew or find(opened, "made_from") != [(wanted,)]:
        with transaction(opened):
            for folder in _MADE:
                for name in names(folder):
                    opened.execute(statement(folder, name))
            write(opened, "made_from", {"made_from": wanted})


def lacks_migrations(file: Path) -> bool:
    """Return whether an earlier program made a file, so that opening it will change its tables."""
    try:
        with looking(file) as opened:
            done = {name for (name,) in opened.execute("select name from migration").fetchall()}
    except (StoreError, duckdb.Error):  # opening it will say what is wrong
        return False
    return not set(names("migrations")) <= done


def make_tables(opened: duckdb.DuckDBPyConnection, migrations: Iterable[str]) -> bool:
    """Run those of some migrations that the database lacks, each in one transaction; return whether it lacked any."""
    opened.execute("create table if not exists migration (name varchar primary key)")
    done = {name for (name,) in opened.execute("select name from migration").fetchall()}
    lacking = [name for name in migrations if name not in done]
    for name in lacking:
        with transaction(opened):
            opened.execute(statement("migrations", name))
            opened.execute("insert into migration values ($name)", {"name": name})
    return bool(lacking)


@contextmanager
def transaction(opened: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Run the statements within as one: all are kept, or none.

    One at a time in this process: whoever comes second waits, and then sees what the first one kept. Raises StoreError
    where the disk takes no more or the file may not be written.
    """
    with explaining(), _writing:
        opened.execute("begin")
        try:
            yield opened
            opened.execute("commit")
        except BaseException:
            with suppress(duckdb.Error):  # a commit that fails has undone everything itself
                opened.execute("rollback")
            raise


def broken_rows(opened: duckdb.DuckDBPyConnection, *, but: Collection[str] = ()) -> dict[str, int]:
    """Return how many rows break each check (a query that must find none), by the check's name, `but` some."""
    found: dict[str, int] = {}
    for name in (each for each in names("checks") if each not in but):
        if rows := opened.execute(statement("checks", name)).fetchall():
            found[name] = len(rows)
    return found


@contextmanager
def explaining(file: Path | None = None) -> Iterator[None]:
    """Turn what is wrong with a database file or its disk into a StoreError; any other error stays what it is.

    Without a file it is the one that DuckDB names, or else the one that this process holds. DuckDB answers nothing
    more once it has given a file up (its log could not be written and not be mended either): that connection is
    closed, and whoever asks next opens the file anew, with all that was stored.
    """
    held = next(iter(_open), MEMORY)
    try:
        yield
    except duckdb.Error as error:
        if isinstance(error, duckdb.FatalException):
            _close_spoilt()
        if is_about_the_file(error):
            raise explained(file or path_in(error) or held, error) from error
        raise


def _connected(file: Path) -> duckdb.DuckDBPyConnection:
    with alone(file):
        fold(file)
        opened = duckdb.connect(str(file), config=_SETTINGS)
    opened.execute("pragma disable_checkpoint_on_shutdown")
    return opened


def _close_spoilt() -> None:
    with _opening:
        for file in [file for file, opened in _open.items() if _is_spoilt(opened)]:
            _close(_open.pop(file))


def _is_spoilt(opened: duckdb.DuckDBPyConnection) -> bool:
    try:
        with opened.cursor() as cursor:
            cursor.execute("select 1")
    except (duckdb.FatalException, duckdb.ConnectionException):
        return True
    return False


def _close(opened: duckdb.DuckDBPyConnection) -> None:
    """Close a connection as soon as none of its cursors is at work; DuckDB refuses before."""
    last = time.monotonic() + _LONGEST_WAIT
    while True:
        try:
            return opened.close()
        except duckdb.ResourceInUseException:
            if time.monotonic() > last:
                raise
            time.sleep(0.001)


def _wait_for_readers(opened: duckdb.DuckDBPyConnection) -> None:
    """Wait until no cursor is left; DuckDB would give a file of that name to whoever still has one."""
    last = time.monotonic() + _PATIENCE
    while opened.execute("from duckdb_connection_count()").fetchall() != [(1,)]:
        if time.monotonic() > last:
            raise StoreError("restore_busy")
        gc.collect()  # a cursor that nobody holds any more
        time.sleep(0.01)
