"""Opening the one database file: built on first start, migrated, locked down, one connection a process."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.sql import names, statement
from ita_analysis.store.statements import find, write

MEMORY = Path(":memory:")
# Checks that look at every score of a nation; only what stores a sheet can break them.
ABOUT_SHEETS = ("score_has_a_result", "score_stands_once")
# All that judged steps alone can break.
ABOUT_STEPS = ("every_round_is_listed", "judged_step_exists", "step_state_is_known")
# One thread a question: handing small ones about costs some of their time, and visitors ask side by side.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "threads": 1,
}
_PATIENCE = 10.0  # seconds for those who still read to end
_MOVES_WHILE_OPEN = os.name != "nt"  # Windows replaces no file that is open
_LOCKED_BY = re.compile(r"PID (\d+)")
_open: dict[Path, duckdb.DuckDBPyConnection] = {}
_opening = threading.Lock()
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
    """Close this process's connection to a file, if it has one."""
    with _opening:
        if file in _open:
            _open.pop(file).close()


def replace(file: Path, fresh: Path, only_if: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    """Put another database in the place of one that this process has open, at once and whole, and open that.

    `only_if` looks at what is there when nobody can write it any more, and raises where it may not be replaced. Raises
    StoreError where somebody still reads it, another process takes it meanwhile, or the file cannot be replaced; it
    is as it was then, and open again.
    """
    with _writing, _opening:
        _let_go(file)
        try:
            _put(fresh, file, only_if)
        finally:
            _open[file] = connect(file)


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """Return a new connection with all tables and views in place and nothing to reach outside the file."""
    opened: duckdb.DuckDBPyConnection | None = None
    try:
        opened = duckdb.connect(str(file), config=_SETTINGS)
        opened.execute("set autoload_known_extensions = false")
        migrate(opened)
        opened.execute("set enable_external_access = false")
        opened.execute("set lock_configuration = true")
    except duckdb.Error as error:
        if opened is not None:
            opened.close()
        raise explained(file, error) from error
    return opened


def remove(file: Path) -> None:
    """Remove a database file and the log beside it, where they are."""
    for each in (file, log_of(file)):
        each.unlink(missing_ok=True)


def log_of(file: Path) -> Path:
    """Return the log beside a database file, which holds what the file does not hold yet."""
    return file.with_name(f"{file.name}.wal")


def migrate(opened: duckdb.DuckDBPyConnection, *, without_triggers: bool = False) -> None:
    """Run the migrations that the database lacks, make views and macros anew, and triggers where others stand there.

    Making triggers takes longer than all the rest of opening; `without_triggers` says that none stand there, whatever
    the database says of itself.
    """
    changed = make_tables(opened, names("migrations"))
    wanted = triggers_digest()
    with transaction(opened):
        _make(opened, "views")
        _make(opened, "macros")
        if changed or without_triggers or find(opened, "triggers_digest") != [(wanted,)]:
            _make(opened, "triggers")
            write(opened, "triggers_made", {"triggers_digest": wanted})


def triggers_digest() -> str:
    """Return what tells the triggers of this program from those of another."""
    return hashlib.sha256("\0".join(statement("triggers", name) for name in names("triggers")).encode()).hexdigest()


def lacks_migrations(file: Path) -> bool:
    """Return whether an earlier program made a file, so that opening it will change its tables."""
    try:
        with duckdb.connect(str(file), read_only=True) as opened:
            done = {name for (name,) in opened.execute("select name from migration").fetchall()}
    except duckdb.Error:  # opening it will say what is wrong
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

    One at a time in this process: whoever comes second waits, and then sees what the first one kept.
    """
    with _writing:
        opened.execute("begin")
        try:
            yield opened
        except BaseException:
            opened.execute("rollback")
            raise
        opened.execute("commit")


def broken_rows(opened: duckdb.DuckDBPyConnection, *, but: Collection[str] = ()) -> dict[str, int]:
    """Return how many rows break each check (a query that must find none), by the check's name, `but` some."""
    found: dict[str, int] = {}
    for name in (each for each in names("checks") if each not in but):
        if rows := opened.execute(statement("checks", name)).fetchall():
            found[name] = len(rows)
    return found


def explained(file: Path, error: duckdb.Error) -> StoreError:
    """Return why a file could not be opened, as an error a person can mend: held, not writable, or damaged."""
    holder = _LOCKED_BY.search(str(error))
    if holder or "lock" in str(error).lower() or "used by another process" in str(error):
        return StoreError("store_busy", file=file.name, process=holder[1] if holder else "?")
    if not os.access(file.parent, os.W_OK):
        return StoreError("store_unwritable", folder=file.parent.name)
    return StoreError("store_unreadable", file=file.name)


def _let_go(file: Path) -> None:
    """Close a file as soon as nobody reads it; DuckDB would give a file of that name to whoever still has a cursor."""
    opened, end = _open[file], time.monotonic() + _PATIENCE
    while opened.execute("from duckdb_connection_count()").fetchall() != [(1,)]:
        if time.monotonic() > end:
            raise StoreError("restore_busy")
        gc.collect()  # a cursor that nobody holds any more
        time.sleep(0.01)
    try:
        opened.execute("checkpoint")
    except duckdb.Error as error:
        raise StoreError("restore_unwritable", folder=file.parent.name) from error
    _open.pop(file).close()


def _put(fresh: Path, file: Path, only_if: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    try:
        with duckdb.connect(str(file), read_only=True) as held:
            only_if(held)
            if log_of(file).exists():  # it would be taken for the other one's
                raise StoreError("restore_unwritable", folder=file.parent.name)
            if _MOVES_WHILE_OPEN:  # held, it takes no writing of another process that would go with it
                fresh.replace(file)
        if not _MOVES_WHILE_OPEN:
            fresh.replace(file)
    except duckdb.Error as error:
        raise explained(file, error) from error
    except OSError as error:
        raise StoreError("restore_unwritable", folder=file.parent.name) from error


def _make(opened: duckdb.DuckDBPyConnection, folder: str) -> None:
    for name in names(folder):
        opened.execute(statement(folder, name))
