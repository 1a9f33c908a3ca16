"""The data dictionary: every table, view and macro with its meaning, read from the database and its SQL files."""

from __future__ import annotations

import re

import duckdb

from ita_analysis.sql import names, statement
from ita_analysis.store.database import migrate

_HEAD = """# Data dictionary

Made from the database by `python -m ita_analysis dictionary`; a test keeps it true. Do not edit by hand.
"""


def dictionary() -> str:
    """Return the data dictionary as Markdown, from an empty database made by the migrations."""
    with duckdb.connect() as opened:
        migrate(opened)
        tables = [_section(opened, name, comment or "") for name, comment in _tables(opened)]
        views = [_section(opened, _view_name(name), first_line("views", name)) for name in names("views")]
    parts = [_HEAD, "## Tables\n", *tables, "## Views\n", *views, "## Macros\n", *_listed("macros")]
    parts += ["\n## Checks (each must find no rows)\n", *_listed("checks")]
    return "\n".join(parts) + "\n"


def first_line(folder: str, name: str) -> str:
    """Return the sentence that an SQL file starts with."""
    return statement(folder, name).splitlines()[0].removeprefix("-- ")


def _listed(folder: str) -> list[str]:
    return [f"- `{name}`: {first_line(folder, name)}" for name in names(folder)]


def _tables(opened: duckdb.DuckDBPyConnection) -> list[tuple[str, str | None]]:
    asked = "select table_name, comment from duckdb_tables() where not internal order by table_name"
    return [(str(name), comment) for name, comment in opened.execute(asked).fetchall() if name != "migration"]


def _section(opened: duckdb.DuckDBPyConnection, name: str, meaning: str) -> str:
    asked = (
        "select column_name, data_type, comment from duckdb_columns() where table_name = $name order by column_index"
    )
    rows = opened.execute(asked, {"name": name}).fetchall()
    lines = [f"| `{column}` | {kind.lower()} | {comment or ''} |" for column, kind, comment in rows]
    return "\n".join([f"### {name}\n", f"{meaning}\n", "| column | type | meaning |", "|---|---|---|", *lines, ""])


def _view_name(file_name: str) -> str:
    return re.sub(r"^\d+_", "", file_name)
