"""A backup holds every row; a database made from it is the same; what is no backup is refused whole."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import StoreError
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.backup import back_up, look, restore
from ita_analysis.store.building import ready
from ita_analysis.texts import explain
from ita_analysis.thai.text import has_thai
from tests.store.files import counts, forget, restarted, rows, tables
from tests.store.invented import agency, small_report, store
from tests.store.linked import confirm_and_remove

NOON = datetime.fromisoformat("2026-11-26T12:00:00")
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


@pytest.mark.parametrize("count", range(2, len(names("migrations"))))
def test_a_backup_of_every_earlier_version_is_restored_and_brought_up_to_date(count: int, tmp_path: Path) -> None:
    older = tmp_path / "older.duckdb"
    with duckdb.connect(str(older)) as opened:
        database.make_tables(opened, names("migrations")[:count])
        opened.execute(
            "insert into agency (agency_code, name_th, short_name_th, is_synthetic) values ('x', 'ก', 'ก', false)"
        )
    with database.connect(restore(back_up(older, tmp_path / "older.zip"), tmp_path / "restored.duckdb")) as restored:
        assert counts(restored)["agency"] == 1
        assert counts(restored)["link_change"] == 0
        assert counts(restored)["migration"] == len(names("migrations"))
        assert counts(restored)["data_version"] == 1


def test_a_backup_is_an_open_format_that_says_what_it_holds(saved: Path, shipped_file: Path) -> None:
    """Read by Python's own csv, hashed by its own hashlib."""
    with zipfile.ZipFile(saved) as archive:
        listed = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(listed.pop("manifest.json"))
    assert (manifest["made_by"], manifest["reason"]) == ("ita_analysis", "command")
    assert manifest["migrations"] == names("migrations")
    stored = counts(ready(shipped_file))
    assert set(listed) == {f"{name}.csv" for name in manifest["tables"]} == {f"{name}.csv" for name in stored}
    for name, about in manifest["tables"].items():
        content = listed[f"{name}.csv"]
        assert hashlib.sha256(content).hexdigest() == about["sha256"]
        read = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        assert len(read) == about["rows"] == stored[name]
    titles = [row["title"] for row in csv.DictReader(io.StringIO(listed["measure.csv"].decode(), newline=""))]
    assert titles == [title for (title,) in rows(ready(shipped_file), "select title from measure")]


TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
AWKWARD = ("", None, "NULL", "\\N", '"', '""', "a\r\nb\rc\nd", " ", "=1+1", "\ufeff", "#", "ก" * 100_000)


@settings(max_examples=10)
@given(texts=st.lists(TEXT, max_size=50))
def test_every_text_comes_back_as_it_was_and_a_missing_one_stays_missing(
    texts: list[str | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    told = [(str(number), text) for number, text in enumerate([*texts, *AWKWARD])]
    with duckdb.connect(str(folder / "a.duckdb")) as opened:
        database.make_tables(opened, names("migrations"))
        opened.executemany("insert into agency (agency_code, name_th, short_name_th, district_th, is_synthetic) "
                           "values ($1, 'ก', 'ก', $2, true)", told)  # fmt: skip
    restored = restore(back_up(folder / "a.duckdb", folder / "a.zip"), folder / "b.duckdb")
    with duckdb.connect(str(restored), read_only=True) as copy:
        assert copy.execute("select agency_code, district_th from agency").fetchall() == told


def test_while_the_program_runs_a_backup_holds_one_state_of_all_tables(shipped_file: Path, tmp_path: Path) -> None:
    opened = ready(shipped_file)
    before = tables(opened)
    made = back_up(shipped_file, tmp_path / "a.zip", "import", now=NOON)
    assert tables(opened) == before
    assert (look(made).reason, look(made).made_at) == ("import", NOON)
    store(opened, small_report(agency(3)))
    with database.connect(restore(made, tmp_path / "b.duckdb")) as copy:
        assert tables(copy) == before


def test_a_folder_that_takes_no_file_is_named_and_keeps_nothing(shipped_file: Path, tmp_path: Path) -> None:
    forget(shipped_file)
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "a.zip.writing").touch()  # a place where no file can be written, also for an administrator
    with pytest.raises(StoreError) as refused:
        back_up(shipped_file, folder / "a.zip")
    assert refused.value.key == "backup_unwritable"
    assert folder.name in explain(refused.value)
    assert [path.name for path in folder.iterdir()] == ["a.zip.writing"]


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
    _rewrite(path, lambda name, content: None if name == "measure.csv" else content)


def _without_the_manifest(path: Path) -> None:
    _rewrite(path, lambda name, content: None if name == "manifest.json" else content)


def _of_a_newer_program(path: Path) -> None:
    remade(path, lambda manifest: manifest["migrations"].append("9999_later"))


def _of_another_form(path: Path) -> None:
    remade(path, lambda manifest: manifest.update(form=2))


def _for_a_reason_of_its_own(path: Path) -> None:
    remade(path, lambda manifest: manifest.update(reason="<script>"))


def _without_a_table_in_the_manifest(path: Path) -> None:
    remade(path, lambda manifest: manifest["tables"].pop("measure"))


def _with_another_count(path: Path) -> None:
    remade(path, lambda manifest: manifest["tables"]["measure"].update(rows=99))


def _of_no_shape(path: Path) -> None:
    _rewrite(path, lambda name, content: b"[" * 100_000 if name == "manifest.json" else content)


def _a_changed_letter(path: Path) -> None:
    _rewrite(
        path,
        lambda name, content: (
            content.replace("มาตรการ".encode(), "มาตรกาล".encode()) if name == "measure.csv" else content
        ),
    )


def _spoilt_table(path: Path) -> None:
    _rewrite(path, lambda name, content: content[:40] if name == "measure.csv" else content)


def _swapped_tables(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        other = archive.read("measure_step.csv")
    _rewrite(path, lambda name, content: other if name == "agency.csv" else content)


def _rows_that_clash(path: Path) -> None:
    """A table that its maker vouches for, with every row twice."""
    _vouched_for(path, "agency", lambda lines: [*lines, *lines[1:]])


def _cut_short(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def with_a_password(path: Path) -> None:
    """Claim of every file that it is encrypted."""
    whole = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = whole.find(mark)
        while found >= 0:
            whole[found + place] |= 1
            found = whole.find(mark, found + 4)
    path.write_bytes(bytes(whole))


def _packed_letters_spoilt(path: Path) -> None:
    """The directory is whole, what it leads to is not."""
    with zipfile.ZipFile(path) as archive:
        begin, size = archive.getinfo("measure.csv").header_offset, archive.getinfo("measure.csv").compress_size
    whole = bytearray(path.read_bytes())
    start = begin + 30 + len("measure.csv")
    whole[start : start + size] = b"\xff" * size
    path.write_bytes(bytes(whole))


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


def _with_a_manifest_too_long(path: Path) -> None:
    remade(path, lambda manifest: manifest.update(note="x" * 2**21))


def _without_a_count_of_changes(path: Path) -> None:
    _vouched_for(path, "data_version", lambda lines: lines[:1])


def _that_breaks_a_rule(path: Path) -> None:
    """A score above all scores, in a table that its maker vouches for."""
    _vouched_for(path, "score", lambda lines: [line.replace(b'"71.25"', b'"171.25"') for line in lines])


SPOILT = (
    _no_zip,
    _other_zip,
    _without_a_table,
    _without_the_manifest,
    _of_a_newer_program,
    _of_another_form,
    _for_a_reason_of_its_own,
    _without_a_table_in_the_manifest,
    _with_another_count,
    _of_no_shape,
    _a_changed_letter,
    _spoilt_table,
    _swapped_tables,
    _rows_that_clash,
    _cut_short,
    with_a_password,
    _packed_letters_spoilt,
    _bomb,
    _with_a_manifest_too_long,
    _without_a_count_of_changes,
    _that_breaks_a_rule,
)


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_no_backup_is_refused_and_leaves_nothing(
    spoil: Callable[[Path], None], saved: Path, tmp_path: Path
) -> None:
    spoil(saved)
    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(StoreError) as refused:
        restore(saved, folder / "ita.duckdb")
    assert has_thai(explain(refused.value))
    assert saved.name in explain(refused.value)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("spoil", [_a_changed_letter, _spoilt_table, _without_a_table])
def test_the_part_that_is_damaged_is_named(spoil: Callable[[Path], None], saved: Path, tmp_path: Path) -> None:
    spoil(saved)
    with pytest.raises(StoreError) as refused:
        restore(saved, tmp_path / "restored.duckdb")
    assert "measure.csv" in explain(refused.value)


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


def remade(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest of a backup."""

    def changed(name: str, content: bytes) -> bytes:
        if name != "manifest.json":
            return content
        manifest = json.loads(content)
        change(manifest)
        return json.dumps(manifest).encode()

    _rewrite(path, changed)


def _vouched_for(path: Path, table: str, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the lines of a table, of which the first names the columns, and what the manifest says of it."""
    with zipfile.ZipFile(path) as archive:
        lines = change(archive.read(f"{table}.csv").splitlines())
    content = b"".join(line + b"\n" for line in lines)
    _rewrite(path, lambda name, packed: content if name == f"{table}.csv" else packed)
    said = {"rows": len(lines) - 1, "sha256": hashlib.sha256(content).hexdigest()}
    remade(path, lambda manifest: manifest["tables"][table].update(said))
