"""The data dictionary names every table, view and check with its meaning, and the file in docs is what it says."""

from __future__ import annotations

import re
from functools import cache

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.sql import names, statement
from ita_analysis.store.dictionary import dictionary, first_line
from tests.store.files import rows

FILE = paths.PROJECT / "docs" / "data-dictionary.md"


@cache
def _text() -> str:
    return dictionary()


def _section(name: str) -> str:
    found = re.search(rf"^### {name}\n\n(.*?)(?=^###? |\Z)", _text(), re.MULTILINE | re.DOTALL)
    assert found, f"{name} is not in the dictionary"
    return found[1]


def test_the_file_in_docs_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == _text(), "run: python -m ita_analysis dictionary"


def test_it_is_the_same_each_time() -> None:
    assert dictionary() == _text()


@pytest.mark.parametrize("view", names("views"))
def test_a_view_stands_there_with_its_first_line(view: str) -> None:
    assert first_line("views", view).startswith("One row per ")
    assert _section(re.sub(r"^\d+_", "", view)).startswith(first_line("views", view))


@pytest.mark.parametrize(
    ("folder", "name"), [(folder, name) for folder in ("macros", "checks") for name in names(folder)]
)
def test_a_macro_or_check_stands_there_with_its_first_line(folder: str, name: str) -> None:
    assert f"- `{name}`: {statement(folder, name).splitlines()[0].removeprefix('-- ')}" in _text()


def test_every_table_says_what_its_rows_are(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select table_name from duckdb_tables() where not internal and table_name <> 'migration'")
    assert found
    for (name,) in found:
        assert re.match(r"One row(?: per |: )\S", _section(str(name))), f"{name} does not say what its rows are"


def test_every_column_stands_there(empty: duckdb.DuckDBPyConnection) -> None:
    asked = "select table_name, column_name from duckdb_columns() where not internal and table_name <> 'migration'"
    for table, column in rows(empty, asked):
        assert f"| `{column}` |" in _section(str(table)), f"{table}.{column}"
