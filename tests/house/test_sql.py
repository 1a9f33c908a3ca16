"""SQL lives in files that say in their first line what their rows are; none is built out of strings."""

from __future__ import annotations

import ast
import re

import pytest

from ita_analysis.paths import PROJECT
from ita_analysis.paths import SQL as FOLDER
from tests.house.sources import complaints, program_files

# A question that always has exactly one answer says so: "One row: the count of ...".
ROWS = re.compile(r"-- One row(?: per |: )\S")
COMMENT = re.compile(r"-- [A-Z]\S*")
FIRST_LINES = {
    "macros": ROWS, "views": ROWS, "queries": ROWS, "checks": COMMENT, "migrations": COMMENT, "writes": COMMENT,
    "triggers": COMMENT,
}  # fmt: skip
RUNNERS = {"execute", "executemany", "sql"}
BUILDERS = {"format", "join", "replace"}


def says_first(folder: str, sql: str) -> bool:
    """Return whether the first line of a file in a folder says what the file is about."""
    return bool(FIRST_LINES[folder].match(sql))


def built_statements(source: str) -> list[str]:
    """Return the calls that run a statement put together from pieces."""
    return [
        f"line {node.lineno}: a built statement"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _runs(node) and node.args and _is_built(node.args[0])
    ]


def _runs(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr in RUNNERS


def _is_built(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in BUILDERS
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def test_every_folder_of_sql_is_known() -> None:
    assert {path.parent.name for path in FOLDER.rglob("*.sql")} <= set(FIRST_LINES)
    assert {path.parent.parent for path in FOLDER.rglob("*.sql")} <= {FOLDER}


def test_every_file_of_sql_says_first_what_it_is_about() -> None:
    files = FOLDER.rglob("*.sql")
    silent = [path for path in files if not says_first(path.parent.name, path.read_text(encoding="utf-8"))]
    assert [path.relative_to(PROJECT).as_posix() for path in silent] == []


def test_no_statement_is_built_out_of_strings() -> None:
    assert complaints(built_statements, program_files()) == []


@pytest.mark.parametrize(
    ("folder", "sql", "expected"),
    [
        ("queries", "-- One row per measure.\nselect 1", True),
        ("queries", "-- One row: the count of changes.\nselect 1", True),
        ("queries", "select 1", False),
        ("queries", "\n-- One row per measure.", False),
        ("queries", "-- Measures.", False),
        ("views", "-- One row per ", False),
        ("views", "--One row per measure", False),
        ("checks", "-- Scores that lie outside 0-100.\nselect 1", True),
        ("checks", "-- \nselect 1", False),
        ("checks", "select 1 -- Scores.", False),
    ],
)
def test_a_first_line_that_says_nothing_is_told(folder: str, sql: str, expected: bool) -> None:
    assert says_first(folder, sql) is expected


@pytest.mark.parametrize(
    "source",
    [
        "con.execute(f'select {column}')",
        "con.cursor().execute('select ' + column)",
        "con.execute('select %s' % column)",
        "con.execute('select {}'.format(column))",
        "con.execute(' '.join(parts))",
        "con.executemany(f'insert into {table} values (?)', rows)",
        "con.sql(f'select {column}')",
    ],
)
def test_a_built_statement_is_told(source: str) -> None:
    assert built_statements(source) == ["line 1: a built statement"]


@pytest.mark.parametrize(
    "source",
    [
        "con.execute('select 1')",
        "con.execute(statement('queries', name), {'year': year})",
        "con.execute(path.read_text(encoding='utf-8'))",
        "print(f'{x}')",
        "con.commit()",
    ],
)
def test_a_statement_as_it_stands_in_its_file_is_left_alone(source: str) -> None:
    assert built_statements(source) == []
