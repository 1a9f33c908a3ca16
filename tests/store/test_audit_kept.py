"""The history stays with the data: over restarts, in a backup and out of it, and from an older program on."""

from __future__ import annotations

import zipfile
from pathlib import Path

import duckdb
import pytest

from ita_analysis.people import DESK
from ita_analysis.sql import digest, names
from ita_analysis.store import database
from ita_analysis.store.backup import back_up, restore
from ita_analysis.store.building import data_version, ready
from ita_analysis.store.restoring import put_back
from tests.store.audited import kept, last, replayed, told, watched
from tests.store.files import forget, restarted, rows, tables
from tests.store.invented import agency, small_report, store
from tests.store.test_audit import EVENTS, SOMSRI
from tests.store.writes import WRITES, World

OLD = Path(__file__).parent / "old" / "0006.zip"
MADE = "select trigger_oid from duckdb_triggers() order by 1"


def _goes_on(opened: duckdb.DuckDBPyConnection) -> None:
    """Every table is watched as in a new database, and the next save is told once, under its number."""
    assert watched(opened) == dict.fromkeys(names("triggers"), EVENTS)
    before, start = kept(opened), last(opened)
    store(opened, small_report(agency(77)))
    history = told(opened, start)
    assert replayed(history, before) == kept(opened)
    assert {each.change_id for each in history} == {data_version(opened)}


def test_a_history_comes_back_from_a_backup_as_it_was_and_goes_on(world: World, tmp_path: Path) -> None:
    WRITES["progress.save_entry"].do(world, SOMSRI)
    before = tables(world.opened)
    made = restore(back_up(world.file, tmp_path / "backup.zip"), tmp_path / "restored.duckdb")
    with database.connect(made) as restored:
        assert tables(restored) == before, "filling the tables is no change of the data"
        _goes_on(restored)


def test_a_history_goes_on_after_a_backup_was_put_in_the_place_of_the_data(world: World, tmp_path: Path) -> None:
    saved = back_up(world.file, tmp_path / "backup.zip")
    before = told(world.opened)
    WRITES["progress.save_entry"].do(world, SOMSRI)
    put_back(saved, world.file, who=DESK)
    opened = ready(world.file)
    assert told(opened) == before
    _goes_on(opened)


def test_a_backup_from_before_there_was_a_history_is_restored_without_one(tmp_path: Path) -> None:
    older = _older(tmp_path)
    made = restore(back_up(older, tmp_path / "older.zip"), tmp_path / "restored.duckdb")
    with database.connect(made) as restored:
        assert told(restored) == []
        _goes_on(restored)


def test_the_history_of_an_older_database_begins_with_the_first_change_after_it_was_opened(tmp_path: Path) -> None:
    older = _older(tmp_path)
    opened = ready(older)
    assert told(opened) == [], "what a migration does is no change of the data"
    assert kept(opened)
    _goes_on(opened)
    forget(older)


def test_opening_again_leaves_the_triggers_that_stand_there(world: World) -> None:
    made = rows(world.opened, MADE)
    assert made
    before = tables(world.opened)
    opened = restarted(world.file)
    assert rows(opened, MADE) == made
    assert tables(opened) == before
    _goes_on(opened)


def test_the_triggers_of_another_program_are_made_anew(world: World) -> None:
    with world.opened.cursor() as cursor:
        cursor.execute("drop trigger measure_added on measure")
        cursor.execute(
            "create or replace trigger round_added after insert on round for each statement delete from audit"
        )
        cursor.execute("update data_version set made_from = 'of another program'")
    opened = restarted(world.file)
    assert rows(opened, "select made_from from data_version") == [(digest("views", "macros", "triggers"),)]
    _goes_on(opened)


def test_a_database_that_lacks_a_migration_gets_its_triggers_anew(world: World) -> None:
    """A migration may have taken some away: it cannot alter a table while triggers watch it."""
    with world.opened.cursor() as cursor:
        cursor.execute("drop trigger measure_added on measure")
        cursor.execute("delete from migration where name like '0006%'")  # of all of them this one may run twice
    _goes_on(restarted(world.file))


@pytest.mark.parametrize("table", ["measure", "measure_step"])
def test_a_table_takes_a_column_and_the_history_tells_of_it(table: str, world: World) -> None:
    with world.opened.cursor() as cursor:
        cursor.execute(f"alter table {table} add column remark varchar")
    opened = restarted(world.file)
    start = last(opened)
    opened.execute(f"update {table} set remark = 'ใหม่'")
    assert {each.new and each.new["remark"] for each in told(opened, start)} == {"ใหม่"}


def _older(folder: Path) -> Path:
    """Return a database that the program before the history made."""
    with zipfile.ZipFile(OLD) as archive:
        return Path(archive.extract("ita.duckdb", folder))
