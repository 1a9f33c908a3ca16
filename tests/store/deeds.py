"""What the store can be told to do, each as a deed upon a file: every function that writes, and whole files."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import duckdb

from ita_analysis import paths
from ita_analysis.intake.record_folder import read_record
from ita_analysis.people import DESK
from ita_analysis.sql import names
from ita_analysis.store import attachments, database
from ita_analysis.store.backup import back_up, look, restore
from ita_analysis.store.building import ready
from ita_analysis.store.files import log_of, remove
from ita_analysis.store.keeping import keep, kept
from ita_analysis.store.reports import store_report
from ita_analysis.store.results import store_sheet
from ita_analysis.synthetic.nation import nation_sheet
from tests.store.files import abandon, release, rows, tables
from tests.store.writes import WRITES, done_before, settle

RECORD = paths.DATA / "khao-saming"
ZIP = "ita.zip"
OLD, NEW = nation_sheet(2567, 100), nation_sheet(2567, 200)
# Writes of several transactions; killed between two, they are whole once they have been done again.
_OF_SEVERAL = {"building.store_record", "synthetic.load_demo"}
_WORD = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?")
_SHORTEST = 19  # letters that a moment has
State = dict[str, object]


@dataclass(frozen=True)
class Deed:
    """Something that is done to a database file, and what is there before: made in an empty folder, from a built file.

    `is_open`: the process has the file open before. `is_one`: all of it is one transaction.
    """

    act: Callable[[Path], object]
    begin: Callable[[Path], object] | None = None
    start: str | None = "empty"
    is_open: bool = True
    is_one: bool = True


def prepare(deed: Deed, built: dict[str, Path], folder: Path) -> Path:
    """Make what is there before a deed in a folder, and return the place of its database."""
    file = folder / "ita.duckdb"
    folder.mkdir()
    if deed.start:
        shutil.copy(built[deed.start], file)
    if deed.begin:
        deed.begin(file)
    release(file)
    return file


def state_of(file: Path, since: datetime) -> State:
    """Return all that the next start of the program finds: every row, and the first backup; each has to be whole.

    Nothing where there is no file. Moments since a test began are the same for all, and so are random words.
    """
    if not file.exists():
        return {}
    release(file)
    with ready(file, [RECORD]) as opened:
        assert database.broken_rows(opened) == {}
        for (sha256,) in rows(opened, "select sha256 from attachment"):
            assert attachments.content_of(file, str(sha256))
        found: State = {
            name: [tuple(_steady(value, since) for value in row) for row in kept_rows]
            for name, kept_rows in tables(opened).items()
        }
    abandon(file)
    backups = [_whole(each) for each in kept(file)]
    return {**found, "first backup": backups[-1:]}


def left_over(file: Path) -> set[str]:
    """Return the names of what is beside a database and is neither its log, nor an attached file, nor a backup."""
    ours = {file.name, log_of(file).name, "backups", "attachments", ZIP}
    return {each.name for each in file.parent.iterdir()} - ours


def _steady(value: object, since: datetime) -> object:
    if isinstance(value, datetime):
        return "now" if value >= since else value
    if isinstance(value, UUID):
        return "word"
    if isinstance(value, str) and len(value) >= _SHORTEST:
        told = _MOMENT.sub(lambda found: "now" if datetime.fromisoformat(found[0]) >= since else found[0], value)
        return _WORD.sub("word", told)
    return value


def _whole(backup: Path) -> object:
    with zipfile.ZipFile(backup) as archive:
        assert archive.testzip() is None
    manifest = look(backup)
    return (manifest.reason, manifest.data_version, manifest.migrations, dict(manifest.tables))


def begin_world(file: Path) -> None:
    """Store the world in which every function that writes has something to do."""
    settle(ready(file), file)


def _begin(name: str, file: Path) -> None:
    done_before(settle(ready(file), file), WRITES[name])


def _write(name: str, file: Path) -> None:
    with database.explaining(file):  # as every page and command does
        WRITES[name].do(settle(ready(file), file), DESK)


def _store_record(file: Path) -> None:
    store_report(ready(file), read_record(RECORD), who=DESK)


def _store_old_sheet(file: Path) -> None:
    store_sheet(ready(file), OLD, "demo", who=DESK)


def _store_new_sheet(file: Path) -> None:
    store_sheet(ready(file), NEW, "demo", who=DESK)


def leave_log(file: Path) -> None:
    """Leave a saved link in the log, as a killed process does."""
    aside = file.parent / "aside"
    begin_world(file)
    release(file)
    _write("links.set_link", file)
    shutil.copytree(file.parent, aside)
    release(file)
    remove(file)
    for each in aside.iterdir():
        each.rename(file.parent / each.name)
    aside.rmdir()


def _make_older(file: Path) -> None:
    with duckdb.connect(str(file)) as opened:
        database.make_tables(opened, names("migrations")[:2])
        opened.execute("insert into agency values ('x', 'ก', 'ก', null, null, false)")


def _make_backup(file: Path) -> None:
    back_up(file, file.parent / ZIP)
    remove(file)


def _keep(file: Path) -> None:
    keep(file, "hand", now=datetime.now() + timedelta(days=1))  # noqa: DTZ005 - the clock of this desk


def _build(file: Path) -> None:
    ready(file, [RECORD])


def _restore(file: Path) -> None:
    restore(file.parent / ZIP, file)


SAVES = {
    name: Deed(
        partial(_write, name), partial(_begin, name) if write.before else None, "world", is_one=name not in _OF_SEVERAL
    )
    for name, write in WRITES.items()
} | {
    "a real record": Deed(_store_record),
    "a sheet in the place of another": Deed(_store_new_sheet, _store_old_sheet),
}
FILES = {
    "a file whose log is left": Deed(_build, leave_log, is_open=False),
    "a new file": Deed(_build, start=None, is_open=False),
    "a file of an earlier program": Deed(_build, _make_older, start=None, is_open=False),
    "a backup": Deed(_keep, start="shipped"),
    "a restored file": Deed(_restore, _make_backup, start="shipped", is_open=False),
}
# How often a process dies in each: seldom where a deed takes a second.
DEATHS = dict.fromkeys(SAVES, 4) | dict.fromkeys(FILES, 16)
DEATHS |= dict.fromkeys(("a real record", "a sheet in the place of another"), 12)
DEATHS |= dict.fromkeys(("a new file", "a file of an earlier program"), 8) | dict.fromkeys(_OF_SEVERAL, 3)
