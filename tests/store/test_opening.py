"""Opening the file: migrated once, kept over restarts, closed to the world, refused in one sentence."""

from __future__ import annotations

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
from tests.store.files import restarted, rows, tables
from tests.store.held import held
from tests.store.invented import small_report, store

NEW_TABLES = ("link_change", "result", "score_source", "score_replaced", "own_survey", "weakness_rule_change")
WIDENED = ("agency", "data_version", "score")  # tables that later migrations gave more columns to


def test_each_migration_runs_once_however_often_the_file_is_opened(fresh_file: Path) -> None:
    for _ in range(3):
        with database.connect(fresh_file) as opened:
            assert rows(opened, "select name from migration order by name") == [(name,) for name in names("migrations")]
            database.migrate(opened)


def test_one_agency_with_its_history_fills_a_small_file(shipped_file: Path, tmp_path: Path) -> None:
    restored = restore(back_up(shipped_file, tmp_path / "saved.zip"), tmp_path / "restored.duckdb")
    for file in (shipped_file, restored):
        assert file.stat().st_size < 3_000_000, "every fold and every backup costs as much as the file holds"


def test_every_view_answers_in_a_new_file(fresh_file: Path) -> None:
    with database.connect(fresh_file) as opened:
        views = rows(opened, "select view_name from duckdb_views() where not internal order by view_name")
        assert [name for (name,) in views] == sorted(name.split("_", 1)[1] for name in names("views"))
        assert [rows(opened, f"from {name}") for (name,) in views] == [[]] * len(views)


def test_a_migration_that_fails_leaves_nothing_behind(fresh_file: Path) -> None:
    with duckdb.connect(str(fresh_file)) as opened:
        opened.execute("create table score (other integer)")
    with pytest.raises((StoreError, duckdb.Error)):
        database.connect(fresh_file)
    with duckdb.connect(str(fresh_file)) as opened:
        assert "agency" not in tables(opened), "half of the second migration was kept"
        assert rows(opened, "select name from migration") == [(names("migrations")[0],)]


def test_a_file_of_an_older_program_gets_the_tables_it_lacks_and_keeps_its_rows(fresh_file: Path) -> None:
    with duckdb.connect(str(fresh_file)) as older:
        database.make_tables(older, names("migrations")[:2])
        older.execute("insert into agency values ('x', 'ก', 'ก', null, null, false)")
        before = tables(older)
    with database.connect(fresh_file) as opened:
        after = tables(opened)
    assert set(before) < set(after)
    assert {*NEW_TABLES} <= set(after) - set(before)
    same = {name for name in before if name not in {"migration", *(name for name in WIDENED)}}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    for name in WIDENED:
        assert [row[: len(was)] for row, was in zip(after[name], before[name], strict=True)] == before[name]


def test_scores_of_an_older_program_are_kept_as_results(fresh_file: Path) -> None:
    with duckdb.connect(str(fresh_file)) as older:
        database.make_tables(older, names("migrations")[:3])
        older.execute("insert into score values ('x', 2563, 'indicator', '7', 81.5, 'report')")
    with database.connect(fresh_file) as opened:
        kept = rows(opened, "select agency_code, fiscal_year_be, level, code, score, source, source_id from score")
        assert kept == [("x", 2563, "indicator", "7", 81.5, "report", None)]
        assert rows(opened, "select agency_code, fiscal_year_be, grade_printed from result") == [("x", 2563, None)]


def test_reopening_keeps_every_row(shipped_file: Path) -> None:
    store(ready(shipped_file), small_report())
    before = tables(ready(shipped_file))
    assert tables(restarted(shipped_file)) == before


def test_one_process_has_one_connection_to_a_file(shipped_file: Path) -> None:
    assert ready(shipped_file) is ready(shipped_file)
    assert database.connection(shipped_file) is ready(shipped_file)


@pytest.mark.parametrize(
    "reach",
    [
        "select * from read_csv('{file}')",
        "select * from read_text('{file}')",
        "select * from read_parquet('https://example.org/a.parquet')",
        "attach '{file}.other' as other",
        "copy agency to '{file}.csv'",
        "export database '{file}.folder'",
        "install httpfs",
        "load httpfs",
    ],
)
def test_no_statement_reaches_outside_the_database(reach: str, shipped: duckdb.DuckDBPyConnection) -> None:
    outside = Path(__file__)
    with pytest.raises(duckdb.Error):
        rows(shipped, reach.format(file=outside))
    assert not [path for path in outside.parent.iterdir() if path.name.startswith(f"{outside.name}.")]


@pytest.mark.parametrize(
    "setting",
    [
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set autoload_known_extensions = true",
        "set autoinstall_known_extensions = true",
        "set threads = 1",
    ],
)
def test_no_statement_opens_what_was_closed(setting: str, shipped: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.Error):
        rows(shipped, setting)


def test_a_file_that_another_process_holds_is_one_sentence_that_names_the_process(shipped_file: Path) -> None:
    with held(shipped_file) as number:
        with pytest.raises(StoreError) as refused:
            ready(shipped_file)
        said = explain(refused.value)
        assert refused.value.key == "store_busy"
        assert str(number) in said
        assert shipped_file.name in said
        assert "\n" not in said
    assert rows(ready(shipped_file), "select count(*) from report") == [(1,)], "free again, and whole"


def _half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _spoilt_block(whole: bytes) -> bytes:
    return whole[:4116] + bytes([whole[4116] ^ 255]) + whole[4117:]


def _other_version(whole: bytes) -> bytes:
    return whole[:12] + bytes([200]) + whole[13:]


def _no_database(_: bytes) -> bytes:
    return "รายงานผลการดำเนินการ".encode() * 900


@pytest.mark.parametrize(
    "damage", [_half, _spoilt_block, _other_version, _no_database, lambda _: b"", lambda w: w[:99]]
)
def test_a_damaged_file_is_one_sentence_and_is_left_as_it_is(
    damage: Callable[[bytes], bytes], shipped_file: Path
) -> None:
    spoilt = damage(shipped_file.read_bytes())
    shipped_file.write_bytes(spoilt)
    with pytest.raises(StoreError) as refused:
        ready(shipped_file)
    assert refused.value.key == "store_unreadable"
    assert has_thai(explain(refused.value))
    assert shipped_file.read_bytes() == spoilt, "what could be mended by hand was written over"


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        ready(tmp_path / "no-such-folder" / "ita.duckdb")
    assert has_thai(explain(refused.value))
