"""Tables out of answers: what the driver's `.df()` makes, at about half its cost, which a small answer cannot bear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

_TEXT: Any = pd.StringDtype(na_value=np.nan)


def frame(answered: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return all rows of an answer as a table, with the dtypes of `.df()`; that makes it where a type is a rare one."""
    kinds = [str(kind).partition("(")[0] for _, kind, *_ in answered.description or ()]
    if not all(kind in _MAKERS for kind in kinds):
        return answered.df()
    names = [str(name) for name, *_ in answered.description or ()]
    rows = answered.fetchall()
    values = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pd.DataFrame(
        {name: _MAKERS[kind](each) for name, kind, each in zip(names, kinds, values, strict=True)}, copy=False
    )


def _texts(values: Sequence[Any]) -> Any:  # noqa: ANN401 - an array of pandas or numpy
    if all(value is None for value in values):
        return np.array(values, dtype=object)
    return _TEXT.__from_arrow__(pa.array(values, pa.large_string()))


def _whole(plain: str, nullable: str, values: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
    return pd.Series(values, dtype=nullable).array if None in values else np.array(values, dtype=plain)


def _numbers(values: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
    return np.array([np.nan if value is None else value for value in values], dtype="float64")


def _moments(values: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
    return np.array(values, dtype="datetime64[us]")


_MAKERS: dict[str, Callable[[Sequence[Any]], Any]] = {
    "VARCHAR": _texts,
    "INTEGER": partial(_whole, "int32", "Int32"),
    "BIGINT": partial(_whole, "int64", "Int64"),
    "DOUBLE": _numbers,
    "DECIMAL": _numbers,
    "BOOLEAN": partial(_whole, "bool", "boolean"),
    "DATE": _moments,
    "TIMESTAMP": _moments,
}
