"""A copy of the reference tables that a test may change, row by row."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

from ita_analysis import paths

FRAMEWORK = paths.REFERENCE / "framework"


def copy_to(folder: Path) -> Path:
    shutil.copytree(FRAMEWORK, folder / "framework")
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def append(folder: Path, table: str, **cells: Any) -> None:
    path = folder / "framework" / f"{table}.csv"
    rows = read(path)
    write(path, [*rows, dict.fromkeys(rows[0], "") | {"source": "invented", "confidence": "sure"} | cells])


def change(folder: Path, table: str, where: dict[str, str], **cells: Any) -> int:
    """Change the first row that fits and return its line in the file (the heading is line 1)."""
    path = folder / "framework" / f"{table}.csv"
    rows = read(path)
    index = next(i for i, row in enumerate(rows) if all(row[name] == value for name, value in where.items()))
    rows[index] |= {name: str(value) for name, value in cells.items()}
    write(path, rows)
    return index + 2
