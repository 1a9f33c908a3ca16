"""Where things lie on disk."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "data"
REFERENCE = DATA / "reference"
SQL = Path(__file__).resolve().parent / "sql"
STATIC = PROJECT / "static"


def database() -> Path:
    """Return the live database file: `ITA_DATABASE` where set, else `data/ita.duckdb`."""
    return Path(os.environ.get("ITA_DATABASE") or DATA / "ita.duckdb")


def shipped_records() -> list[Path]:
    """Return the folders of records a new database starts with; `ITA_START=empty` means none."""
    return [] if os.environ.get("ITA_START") == "empty" else [DATA / "khao-saming"]
