"""What there was after each change, asked of the history, is what was remembered when it was there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

import duckdb
from hypothesis import HealthCheck, given, settings

from ita_analysis.errors import StoreError
from ita_analysis.queries.audit import rows_as_of
from tests.store.officers import WATCHED, YEAR, last_change
from tests.store.officers_at_random import STEPS, Step, do, new_agency

Row = dict[str, object]
Rows = dict[str, list[Row]]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_what_there_was_after_each_change_is_what_was_remembered(
    framework_alone: duckdb.DuckDBPyConnection, steps: list[Step]
) -> None:
    opened = framework_alone
    code, made = new_agency(opened), []
    remembered = {last_change(opened): _remembered(opened, code)}
    for step in steps:
        try:
            do(opened, code, step, made)
        except StoreError:
            continue
        if last_change(opened) not in remembered:
            made.append(last_change(opened))
        remembered[last_change(opened)] = _remembered(opened, code)
    for change_id, rows in remembered.items():
        assert _as_of(opened, code, change_id) == rows
    assert not any(_as_of(opened, code, min(remembered) - 1).values()), "it was not there yet"


def _as_of(opened: duckdb.DuckDBPyConnection, code: str, change_id: int) -> Rows:
    rows = rows_as_of(opened, code, YEAR, change_id)
    return {name: _sorted(map(json.loads, rows[rows["table_name"] == name]["row_json"])) for name in WATCHED}


def _remembered(opened: duckdb.DuckDBPyConnection, code: str) -> Rows:
    """Return the rows of an agency in the watched tables, read without the history and without its views."""
    found = {name: _rows(opened, name) for name in WATCHED}
    own = {row["measure_id"] for row in found["measure"] if row["agency_code"] == code}
    results = {row["progress_id"] for row in found["progress"] if row["measure_id"] in own}

    def is_own(row: Row) -> bool:
        if "agency_code" in row:
            return row["agency_code"] == code
        return row["measure_id"] in own if "measure_id" in row else row["progress_id"] in results

    return {name: _sorted(filter(is_own, rows)) for name, rows in found.items()}


def _rows(opened: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    with opened.cursor() as cursor:
        answer = cursor.execute(f"from {name}")
        columns = [str(each[0]) for each in answer.description or ()]
        return [dict(zip(columns, map(_plain, row), strict=True)) for row in answer.fetchall()]


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=repr)


def _plain(value: object) -> object:
    """Return a value as JSON holds it."""
    if isinstance(value, datetime):
        text = f"{value:%Y-%m-%d %H:%M:%S}"
        return f"{text}.{value.microsecond:06d}".rstrip("0") if value.microsecond else text
    return value.isoformat() if isinstance(value, date) else value
