"""A database of each earlier program opens with today's: kept before it changes, no row lost, the same as a new one."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.backup import look, restore
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import Kept, listed
from tests.store.files import forget, rows
from tests.store.invented import WATER
from tests.ui.screen import visit

STORED = sorted((Path(__file__).parent / "old").glob("*.zip"))
OF_THE_PROGRAM = {"made_from"}  # which views and triggers were made last: each program makes its own
COUNTED_ON = {"data_version"}  # filling the tables of the framework anew is a change that is counted
SCHEMA = {
    "tables": "select table_name from duckdb_tables() where not internal order by all",
    "columns": "select table_name, column_name, data_type, is_nullable, column_default, comment from duckdb_columns() "
    "where not internal order by table_name, column_index",
    "keys": "select table_name, constraint_type, constraint_text from duckdb_constraints() order by all",
    "indexes": "select table_name, index_name, is_unique, sql from duckdb_indexes() order by all",
    "views": "select view_name, sql from duckdb_views() where not internal order by all",
    "macros": "select function_name, macro_definition from duckdb_functions() where not internal order by all",
    "migrations": "select name from migration order by name",
}


@dataclass
class Old:
    """A database of an earlier program, and the rows that program wrote down: columns and values by table."""

    file: Path
    rows: dict[str, dict[str, Any]]
    migrations: tuple[str, ...]
    kept: tuple[Kept, ...] = ()


@pytest.fixture(scope="module", params=STORED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Old]:
    """One of the stored databases, opened by today's program as its next start would."""
    folder = tmp_path_factory.mktemp(request.param.stem)
    with zipfile.ZipFile(request.param) as archive:
        file = Path(archive.extract("ita.duckdb", folder))
        stored = json.loads(archive.read("rows.json"))
    with duckdb.connect(str(file), read_only=True) as untouched:
        had = tuple(str(name) for (name,) in untouched.execute("select name from migration order by name").fetchall())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(file))
        ready(file)
        yield Old(file, stored, had, tuple(listed(file)))
        forget(file)


def test_there_is_one_of_each_earlier_program() -> None:
    """Of the program of the first migration none is there; the newest one is today's."""
    assert [path.stem for path in STORED] == [name[:4] for name in names("migrations")[1:-1]]


def test_there_is_something_to_lose(old: Old) -> None:
    assert old.migrations == tuple(names("migrations")[: len(old.migrations)])
    made_by_hand = {"0002": "step_progress", "0003": "link_change", "0004": "score_replaced"}
    assert old.rows[made_by_hand.get(old.migrations[-1][:4], "own_score")]["rows"]


def test_every_row_it_had_is_there(old: Old) -> None:
    for table, had in old.rows.items():
        if table not in COUNTED_ON:
            assert _values(ready(old.file), table, had["columns"]) == sorted(map(tuple, had["rows"]), key=repr), table


def test_the_count_of_changes_goes_on(old: Old) -> None:
    had = old.rows["data_version"]
    before = int(dict(zip(had["columns"], had["rows"][0], strict=True))["version"])
    ((now,),) = rows(ready(old.file), "select version from data_version")
    assert int(str(now)) >= before


def test_it_was_kept_before_its_tables_changed(old: Old) -> None:
    reasons = [each.manifest and each.manifest.reason for each in old.kept]
    assert reasons == (["migration"] if len(old.migrations) < len(names("migrations")) else [])
    for each in old.kept:
        assert each.manifest
        assert each.manifest.migrations == old.migrations
        assert {name: each.manifest.tables[name].rows for name in old.rows} == {
            name: len(had["rows"]) for name, had in old.rows.items()
        }


def test_the_backup_made_then_comes_back_with_every_row(old: Old, tmp_path: Path) -> None:
    for each in old.kept:
        assert look(each.path).migrations == old.migrations
        with database.connect(restore(each.path, tmp_path / "restored.duckdb")) as restored:
            for table, had in old.rows.items():
                wanted = [no for no, column in enumerate(had["columns"]) if column not in OF_THE_PROGRAM]
                kept = sorted((tuple(row[no] for no in wanted) for row in had["rows"]), key=repr)
                assert _values(restored, table, [had["columns"][no] for no in wanted]) == kept, table
            assert _schema(restored) == _schema(ready(old.file))


def test_no_rule_of_today_is_broken(old: Old) -> None:
    assert database.broken_rows(ready(old.file)) == {}


def test_its_tables_views_and_macros_are_those_of_a_new_database(
    old: Old, built: dict[str, Path], tmp_path: Path
) -> None:
    with database.connect(Path(shutil.copy(built["empty"], tmp_path / "new.duckdb"))) as new:
        expected = _schema(new)
    found = _schema(ready(old.file))
    for part, wanted in expected.items():
        assert found[part] == wanted, part
    assert min(len(expected[part]) for part in ("tables", "columns", "keys", "views", "macros")) > 0


def test_its_pages_show_what_was_stored(old: Old) -> None:
    ((code,),) = rows(ready(old.file), "select agency_code from agency where name_th like '%ตัวอย่างที่ 1'")
    shown = visit("measures", agency=str(code), year="2564")
    assert shown.problems == []
    assert WATER in shown.text
    assert visit("executive").problems == []


def _values(opened: duckdb.DuckDBPyConnection, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    """Return the rows of a table in some of its columns, each value as text."""
    asked = ", ".join(f'"{column}"::varchar' for column in columns)
    return sorted(rows(opened, f"select {asked} from {table}"), key=repr)


def _schema(opened: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {part: rows(opened, asked) for part, asked in SCHEMA.items()}
