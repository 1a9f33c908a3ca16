"""What the store can be told to do, each as a deed upon a file: a new kind of save is one more line of SAVES."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from ita_analysis import paths
from ita_analysis.framework import load
from ita_analysis.intake.form import read_form
from ita_analysis.intake.record_folder import read_record
from ita_analysis.scoring import typed_rule
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.backup import back_up, look, restore
from ita_analysis.store.building import ready
from ita_analysis.store.files import remove
from ita_analysis.store.forms import store_form
from ita_analysis.store.headings import remember
from ita_analysis.store.keeping import keep, kept
from ita_analysis.store.links import remove_link, set_link
from ita_analysis.store.reports import store_report
from ita_analysis.store.results import store_sheet
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.store.surveys import store_survey
from ita_analysis.store.synthetic import load_demo, remove_synthetic
from ita_analysis.synthetic.nation import nation_sheet
from tests.store.files import release, tables
from tests.store.invented import agency
from tests.store.linked import links_of
from tests.store.surveyed import survey

RECORD = paths.DATA / "khao-saming"
ZIP = "ita.zip"
SURVEY = survey()
OLD, NEW = nation_sheet(2567, 100), nation_sheet(2567, 200)
State = dict[str, object]


@dataclass(frozen=True)
class Deed:
    """Something that is done to a database file, and what is there before: made in an empty folder, from a built file.

    `is_open`: the process has the file open before. `is_one`: all of it is one transaction.
    """

    act: Callable[[Path], object]
    begin: Callable[[Path], object] | None = None
    start: str | None = "shipped"
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

    Nothing where there is no file. Moments since a test began are the same for all.
    """
    if not file.exists():
        return {}
    release(file)
    with ready(file, [RECORD]) as opened:
        assert database.broken_rows(opened) == {}
        found: State = {
            name: [tuple(_moment(value, since) for value in row) for row in rows]
            for name, rows in tables(opened).items()
        }
    release(file)
    backups = [_whole(each) for each in kept(file)]
    return {**found, "first backup": backups[-1:]}


def left_over(file: Path) -> set[str]:
    """Return the names of what is beside a closed database and is neither data nor a backup."""
    ours = {file.name, "backups", ZIP}
    return {each.name for each in file.parent.iterdir()} - ours


def _moment(value: object, since: datetime) -> object:
    return "now" if isinstance(value, datetime) and value >= since else value


def _whole(backup: Path) -> object:
    with zipfile.ZipFile(backup) as archive:
        assert archive.testzip() is None
    manifest = look(backup)
    return (manifest.reason, manifest.data_version, manifest.migrations, dict(manifest.tables))


def _set_link(file: Path) -> None:
    opened = ready(file)
    pair, seen = next(iter(links_of(opened).items()))
    set_link(opened, *pair, "อ่านจากเอกสารแล้ว", seen=seen)


def _remove_link(file: Path) -> None:
    opened = ready(file)
    pair, seen = next(iter(links_of(opened).items()))
    remove_link(opened, *pair, "ไม่เกี่ยวกัน", seen=seen)


def _set_rule(file: Path) -> None:
    set_rule(ready(file), 2563, typed_rule("80", "90", "97.50"), "ตั้งเป้าสูงกว่าเดิม", seen=DEFAULT)


def _store_form(file: Path) -> None:
    texts = {("indicator", str(no)): "88.25" for no in range(1, 11)}
    store_form(ready(file), agency(), read_form(texts, {}, load(2567)), None)


def _remember(file: Path) -> None:
    remember(ready(file), {"คะแนนที่ได้": "total", "หมายเหตุ": None})


def _store_report(file: Path) -> None:
    record = read_record(RECORD)
    store_report(ready(file), record.report, record.findings, record.file_name, record.fingerprint)


def _store_survey(file: Path) -> None:
    store_survey(ready(file), SURVEY, agency(), 100)


def _store_old_sheet(file: Path) -> None:
    store_sheet(ready(file), OLD, "demo")


def _store_sheet(file: Path) -> None:
    store_sheet(ready(file), NEW, "demo")


def _load_demo(file: Path) -> None:
    load_demo(ready(file))


def _remove(file: Path) -> None:
    remove_synthetic(ready(file))


def leave_log(file: Path) -> None:
    """Leave a saved link in the log, as a killed process does."""
    aside = file.parent / "aside"
    _set_link(file)
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
    "a link": Deed(_set_link),
    "a link taken away": Deed(_remove_link),
    "a rule": Deed(_set_rule),
    "a form of scores": Deed(_store_form),
    "headings": Deed(_remember),
    "a report": Deed(_store_report, start="empty"),
    "a survey": Deed(_store_survey),
    "a sheet in the place of another": Deed(_store_sheet, _store_old_sheet),
    "the demo agency": Deed(_load_demo, is_one=False),
    "synthetic data taken away": Deed(_remove, _store_old_sheet),
}
FILES = {
    "a file whose log is left": Deed(_build, leave_log, is_open=False),
    "a new file": Deed(_build, start=None, is_open=False),
    "a file of an earlier program": Deed(_build, _make_older, start=None, is_open=False),
    "a backup": Deed(_keep),
    "a restored file": Deed(_restore, _make_backup, is_open=False),
}
# How often a process dies in each: seldom where a deed takes a second, often where it takes a tenth.
DEATHS = dict.fromkeys((*SAVES, *FILES), 12) | dict.fromkeys(("a link", "a link taken away", "a rule", "headings"), 24)
DEATHS |= {"a report": 20, "a file whose log is left": 16, "the demo agency": 4}
DEATHS |= dict.fromkeys(("a new file", "a file of an earlier program"), 8)
