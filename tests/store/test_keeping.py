"""Backups are made before what changes much and once a day; equal ones once, the oldest make room, none is lost."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from ita_analysis.errors import RightMissing, StoreError
from ita_analysis.people import DESK, PUBLIC, Person
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.backup import look, restore
from ita_analysis.store.building import ready
from ita_analysis.store.files import remove
from ita_analysis.store.keeping import MOST, folder_of, is_kept, keep, keep_by_hand, keep_of_the_day, kept, listed
from ita_analysis.store.statements import write
from ita_analysis.texts import explain
from tests.store.files import counts, forget, restarted, tables
from tests.store.invented import agency, small_report, store
from tests.store.test_backup import remade, with_a_password

DAY = datetime.fromisoformat("2026-11-26T08:30:00")


def test_what_has_not_changed_is_kept_once(shipped_file: Path) -> None:
    opened = ready(shipped_file)
    first = keep(shipped_file, "import", now=DAY)
    assert keep(shipped_file, "day", now=DAY + timedelta(days=3)) == first
    store(opened, small_report(agency(1)))
    second = keep(shipped_file, "import", now=DAY + timedelta(seconds=1))
    assert kept(shipped_file) == [second, first]
    assert look(second).reason == "import"


@pytest.mark.parametrize("who", [PUBLIC, Person("administrator", agency_code="elsewhere")], ids=["public", "one"])
def test_whoever_may_not_keep_all_agencies_makes_no_backup(who: Person, shipped_file: Path) -> None:
    with pytest.raises(RightMissing):
        keep_by_hand(shipped_file, who=who)
    assert kept(shipped_file) == []
    made = keep_by_hand(shipped_file, who=DESK)
    assert look(made).reason == "hand"


def test_the_backup_of_an_import_is_the_state_before_it(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    made = keep(shipped_file, "import", now=DAY)
    store(ready(shipped_file), small_report(agency(1)))
    with database.connect(restore(made, tmp_path / "before.duckdb")) as copy:
        assert tables(copy) == before


def test_another_database_in_its_place_is_kept_though_it_counts_the_same(shipped_file: Path, tmp_path: Path) -> None:
    ready(shipped_file)
    forget(shipped_file)
    earlier = Path(shutil.copy(shipped_file, tmp_path / "earlier.duckdb"))
    store(ready(shipped_file), small_report(agency(1)))
    lost = keep(shipped_file, "import", now=DAY)
    forget(shipped_file)
    remove(shipped_file)
    shutil.copy(earlier, shipped_file)
    store(ready(shipped_file), small_report(agency(2)))
    before = tables(ready(shipped_file))
    assert not is_kept(shipped_file)
    made = keep(shipped_file, "import", now=DAY + timedelta(days=1))
    assert look(made).data_version == look(lost).data_version
    with database.connect(restore(made, tmp_path / "restored.duckdb")) as copy:
        assert tables(copy) == before


def test_the_next_start_and_a_moved_file_are_no_change(shipped_file: Path, tmp_path: Path) -> None:
    store(ready(shipped_file), small_report(agency(1)))
    made = keep(shipped_file, "import", now=DAY)
    restarted(shipped_file)
    assert keep(shipped_file, "day", now=DAY + timedelta(days=1)) == made
    forget(shipped_file)
    copy = Path(shutil.copy(shipped_file, tmp_path / "copy.duckdb"))
    remove(shipped_file)
    shutil.copy(copy, shipped_file)
    assert is_kept(shipped_file)
    assert keep(shipped_file, "day", now=DAY + timedelta(days=2)) == made


def test_a_backup_whose_maker_had_no_word_for_the_state_holds_nothing_for_sure(shipped_file: Path) -> None:
    made = keep(shipped_file, "import", now=DAY)
    remade(made, lambda manifest: manifest.pop("state"))
    assert look(made).state is None
    assert not is_kept(shipped_file)
    assert keep(shipped_file, "import", now=DAY + timedelta(seconds=1)) != made


def test_the_oldest_make_room_and_files_of_others_stay(shipped_file: Path) -> None:
    folder_of(shipped_file).mkdir()
    others = [folder_of(shipped_file) / name for name in ("ของเรา.zip", "note.txt")]
    for each in others:
        each.write_text("x")
    made = []
    for number in range(MOST + 3):
        write(ready(shipped_file), "data_changed")
        made.append(keep(shipped_file, "import", now=DAY + timedelta(minutes=number)))
    assert kept(shipped_file) == made[: -MOST - 1 : -1]
    assert all(each.exists() for each in others)


def test_once_a_day_whatever_was_made_that_day(shipped_file: Path) -> None:
    ready(shipped_file)
    made = keep_of_the_day(shipped_file, now=DAY)
    assert made is not None
    assert look(made).reason == "day"
    write(ready(shipped_file), "data_changed")
    assert keep_of_the_day(shipped_file, now=DAY + timedelta(hours=15)) is None
    assert keep_of_the_day(shipped_file, now=DAY + timedelta(hours=16)) not in {None, made}


def test_without_a_database_there_is_nothing_to_keep(fresh_file: Path) -> None:
    assert keep_of_the_day(fresh_file, now=DAY) is None
    assert not folder_of(fresh_file).exists()


def test_a_database_of_an_earlier_program_is_kept_before_its_tables_change(fresh_file: Path) -> None:
    with duckdb.connect(str(fresh_file)) as earlier:
        database.make_tables(earlier, names("migrations")[:-1])
        earlier.execute(
            "insert into agency (agency_code, name_th, short_name_th, is_synthetic) values ('x', 'ก', 'ก', false)"
        )
    with duckdb.connect(str(fresh_file), read_only=True) as earlier:
        before = counts(earlier)
    assert counts(ready(fresh_file))["migration"] == len(names("migrations"))
    (made,) = kept(fresh_file)
    assert look(made).reason == "migration"
    assert look(made).migrations == tuple(names("migrations")[:-1])
    assert {name: member.rows for name, member in look(made).tables.items()} == before
    forget(fresh_file)
    ready(fresh_file)
    assert kept(fresh_file) == [made], "a file that is up to date needs none"


def test_a_damaged_newest_backup_holds_nothing(shipped_file: Path) -> None:
    ready(shipped_file)
    first = keep(shipped_file, "import", now=DAY)
    first.write_bytes(first.read_bytes()[:100])
    assert keep(shipped_file, "import", now=DAY + timedelta(seconds=1)) != first


def test_a_backup_locked_by_a_password_is_one_that_cannot_be_read(shipped_file: Path) -> None:
    ready(shipped_file)
    with_a_password(keep(shipped_file, "import", now=DAY))
    assert [each.manifest for each in listed(shipped_file)] == [None]
    assert not is_kept(shipped_file)


def test_a_place_that_takes_no_folder_is_named_and_the_data_stay(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    folder_of(shipped_file).write_text("a file of that name")
    with pytest.raises(StoreError) as refused:
        keep(shipped_file, "import", now=DAY)
    assert refused.value.key == "backup_unwritable"
    assert folder_of(shipped_file).name in explain(refused.value)
    assert tables(ready(shipped_file)) == before
