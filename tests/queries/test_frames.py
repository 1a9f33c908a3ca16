"""Tables are those that the driver makes itself, whatever is missing."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from ita_analysis.queries.frames import frame

VALUES = {
    "varchar": "'น้ำ'",
    "integer": "7",
    "bigint": "70000000000",
    "double": "0.1",
    "decimal(6, 3)": "81.253",
    "boolean": "true",
    "date": "date '2024-02-29'",
    "timestamp": "timestamp '2024-02-29 12:30:00.000001'",
    "double[]": "[0.1, 0.2]",
    "time": "time '12:30'",
}
ROWS = {
    "none": [],
    "one": ["{}"],
    "all": ["{}", "{}"],
    "some": ["{}", "null"],
    "first missing": ["null", "{}"],
    "missing": ["null", "null"],
}


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("rows", ROWS)
def test_a_table_is_the_one_the_driver_makes(kind: str, rows: str) -> None:
    said = [f"select {row.format(VALUES[kind])}::{kind} as value, 1 as beside" for row in ROWS[rows]]
    asked = " union all ".join(said) or f"select {VALUES[kind]}::{kind} as value, 1 as beside where false"
    with duckdb.connect() as opened:
        ours, theirs = frame(opened.execute(asked)), opened.execute(asked).df()
    pd.testing.assert_frame_equal(ours, theirs)
    assert [*map(repr, ours["value"])] == [*map(repr, theirs["value"])]
