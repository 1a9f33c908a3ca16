"""Every question of the program, asked about an agency's year by the names of what it wants to know."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import datetime

import duckdb
import pandas as pd

from ita_analysis import queries
from ita_analysis.queries.agencies import Sought
from ita_analysis.queries.audit import ChangesSought

Question = Callable[..., pd.DataFrame]


def questions() -> dict[str, Question]:
    """Return the public functions that answer from an open database, by their name."""
    found: dict[str, Question] = {}
    for module in pkgutil.iter_modules(queries.__path__):
        loaded = importlib.import_module(f"{queries.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            wanted = inspect.signature(function).parameters
            if own and "opened" in wanted and "question" not in wanted:
                found[name] = function
    return found


def answer(question: Question, opened: duckdb.DuckDBPyConnection, code: str, year: int) -> pd.DataFrame:
    """Return the answer to a question about an agency's year."""
    known: dict[str, object] = {
        "agency_code": code,
        "fiscal_year_be": year,
        "province_th": "ตราด",
        "nation_th": "ประเทศ",
        "most": 50,
        "instrument": "IIT",
        "survey_id": 1,
        "words": "",
        "peer_group": "near",
        "level": "total",
        "code": "total",
        "sought": Sought(fiscal_year_be=year),
        "skipped": 0,
        "changes_sought": ChangesSought(code, year),
        "change_id": 1,
        "change_ids": (1, 2),
        "moment": datetime(2599, 12, 31),  # noqa: DTZ001 - the clock of a desk
    }
    wanted = [name for name in inspect.signature(question).parameters if name != "opened"]
    return question(opened, **{name: known[name] for name in wanted})


def promised(question: Question) -> tuple[str, ...]:
    """Return the columns that the module of a question promises for it, by the longest name that fits."""
    module = inspect.getmodule(question)
    promises = {name: columns for name, columns in vars(module).items() if name.endswith("_COLUMNS")}
    return tuple(promises[f"{question.__name__.upper()}_COLUMNS"])
