"""A backup holds every row; a database made from it is the same; what is no backup is refused whole."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.backup import back_up, restore
from ita_analysis.store.building import ready
from ita_analysis.texts import explain
from ita_analysis.thai.text import has_thai
from tests.store.files import counts, forget, restarted, tables
from tests.store.invented import agency, small_report, store
from tests.store.linked import confirm_and_remove

KILL_IN_A_WRITE = """
import duckdb, os, sys
opened = duckdb.connect(sys.argv[1])
opened.execute("update data_version set version = version + 1")
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def saved(shipped_file: Path, tmp_path: Path) -> Path:
    """A backup of the shipped record, two invented reports, and what an analyst changed of their links."""
    for who in (agency(1), agency(2)):
        store(ready(shipped_file), small_report(who, scores={6: 71.25}))
    confirm_and_remove(ready(shipped_file))
    forget(shipped_file)
    return back_up(shipped_file, tmp_path / "สำรอง.zip")


def test_restoring_gives_the_same_rows_of_every_table(saved: Path, shipped_file: Path, tmp_path: Path) -> None:
    restored = restore(saved, tmp_path / "restored.duckdb")
    with database.connect(restored) as copy:
        assert tables(copy) == tables(ready(shipped_file))
        assert counts(copy)["link_change"] == 2


def test_a_restored_database_goes_on(saved: Path, tmp_path: Path) -> None:
    restored = restore(saved, tmp_path / "restored.duckdb")
    opened = ready(restored)
    before = counts(opened)
    assert not store(opened, small_report(agency(1), scores={6: 71.25})).is_new, "it has to know what it holds"
    assert store(opened, small_report(agency(3))).is_new
    with pytest.raises(duckdb.ConstraintException):
        opened.execute("insert into agency select * from agency")
    forget(restored)
    after = counts(ready(restored))
    assert (before["report"], after["report"]) == (3, 4)
    forget(restored)


@pytest.mark.parametrize("names_what_it_holds", [False, True])
def test_a_backup_from_before_the_history_of_links_is_restored(names_what_it_holds: bool, tmp_path: Path) -> None:
    """The first program kept no list of migrations; a file that was never opened by this one lists but two."""
    older = tmp_path / "older.duckdb"
    with duckdb.connect(str(older)) as opened:
        database.make_tables(opened, names("migrations")[:2])
        opened.execute("insert into agency values ('x', 'ก', 'ก', null, null, false)")
    copy = back_up(older, tmp_path / "older.zip")
    _rewrite(copy, lambda name, content: content if names_what_it_holds or name != "migration.parquet" else None)
    with database.connect(restore(copy, tmp_path / "restored.duckdb")) as restored:
        assert counts(restored)["agency"] == 1
        assert counts(restored)["link_change"] == 0
        assert counts(restored)["migration"] == len(names("migrations"))
        assert counts(restored)["data_version"] == 1


def test_a_backup_is_an_open_format(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        listed = archive.namelist()
        archive.extract("measure.parquet", tmp_path)
    with duckdb.connect() as other:
        titles = other.execute("select count(*) from read_parquet($1)", [str(tmp_path / "measure.parquet")]).fetchall()
    assert titles == [(5,)]
    assert len(listed) == len(set(listed))


def test_a_database_that_is_there_is_never_written_over(saved: Path, shipped_file: Path) -> None:
    before = shipped_file.read_bytes()
    with pytest.raises(StoreError) as refused:
        restore(saved, shipped_file)
    assert shipped_file.name in explain(refused.value)
    assert shipped_file.read_bytes() == before


def _no_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 not really")


def _other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")


def _without_a_table(path: Path) -> None:
    _rewrite(path, lambda name, content: None if name == "measure.parquet" else content)


def _without_the_history_of_links(path: Path) -> None:
    _rewrite(path, lambda name, content: None if name == "link_change.parquet" else content)


def _of_a_newer_program(path: Path) -> None:
    with duckdb.connect() as newer:
        listed = [*names("migrations"), "9999_later"]
        newer.execute("create table migration as select unnest($names) as name", {"names": listed})
        newer.table("migration").write_parquet(str(path.with_suffix(".parquet")))
    later = path.with_suffix(".parquet").read_bytes()
    _rewrite(path, lambda name, content: later if name == "migration.parquet" else content)


def _spoilt_table(path: Path) -> None:
    _rewrite(path, lambda name, content: content[:40] if name == "measure.parquet" else content)


def _swapped_tables(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        other = archive.read("measure_step.parquet")
    _rewrite(path, lambda name, content: other if name == "agency.parquet" else content)


def _swapped_list(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        other = archive.read("signatory.parquet")
    _rewrite(path, lambda name, content: other if name == "migration.parquet" else content)


def _cut_short(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _bomb(path: Path) -> None:
    """Claim in the directory that two tables unpack to 4 GB each."""
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        place, count = archive.start_dir, len(archive.infolist())
    for number in range(count):
        if number < 2:
            struct.pack_into("<I", whole, place + 24, 0xFFFFFFF0)
        place += 46 + sum(struct.unpack_from("<HHH", whole, place + 28))
    path.write_bytes(bytes(whole))


@pytest.mark.parametrize(
    "spoil",
    [
        _no_zip,
        _other_zip,
        _without_a_table,
        _without_the_history_of_links,
        _of_a_newer_program,
        _spoilt_table,
        _swapped_tables,
        _swapped_list,
        _cut_short,
        _bomb,
    ],
)
def test_what_is_no_backup_is_refused_and_leaves_nothing(
    spoil: Callable[[Path], None], saved: Path, tmp_path: Path
) -> None:
    spoil(saved)
    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(StoreError) as refused:
        restore(saved, folder / "ita.duckdb")
    assert has_thai(explain(refused.value))
    assert list(folder.iterdir()) == []


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        restore(tmp_path / "ไม่มี.zip", tmp_path / "ita.duckdb")
    assert "ไม่มี.zip" in explain(refused.value)


def test_a_database_that_is_not_there_leaves_no_backup(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        back_up(tmp_path / "none.duckdb", tmp_path / "copy.zip")
    assert list(tmp_path.iterdir()) == []


def test_restoring_beside_the_traces_of_a_crash_gives_a_database_that_opens(saved: Path, shipped_file: Path) -> None:
    subprocess.run([sys.executable, "-c", KILL_IN_A_WRITE, str(shipped_file)], check=False)
    traces = [path.name for path in shipped_file.parent.glob(f"{shipped_file.name}*")]
    assert len(traces) == 2, f"no trace of the crash: {traces}"
    shipped_file.rename(shipped_file.with_name("old.duckdb"))
    restored = restore(saved, shipped_file)
    assert counts(restarted(restored))["report"] == 3


def _rewrite(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            changed = change(name, content)
            if changed is not None:
                archive.writestr(name, changed)
