"""Makes the stored database of the program's version whose checkout it runs in; the README beside it says how."""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb

from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.building import ready
from tests.store.invented import NEWS, WATER, agency, judge, measure, result, small_report, store

Rows = dict[str, dict[str, Any]]
# Every program fills these anew from its own files.
OF_THE_PROGRAM = ("framework_", "published_", "agency_type", "migration")


def make(folder: Path) -> Path:
    """Write what this version stores as `NNNN.zip`, named by its last migration: the file, and its rows as JSON."""
    target = folder / f"{names('migrations')[-1][:4]}.zip"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "ita.duckdb"
        opened = ready(file)
        fill(opened)
        rows = rows_of(opened)
        database.close(file)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
            archive.write(file, file.name)
            archive.writestr("rows.json", json.dumps(rows, ensure_ascii=False, indent=1))
    return target


def fill(opened: duckdb.DuckDBPyConnection) -> None:
    """Store beside the shipped record what a person could store by this version's own functions."""
    code = store(opened, small_report(agency(1), scores={6: 71.25})).agency_code
    store(opened, small_report(agency(1), months=12), "รายงานสิบสองเดือน.docx")
    store(opened, small_report(agency(2), year=2565, measures=[measure(NEWS)], progress=[result(NEWS)]))
    judge(opened, WATER, {(1, 6): "done", (2, 6): "not_done"})
    if _has("links"):
        from tests.store.linked import confirm_and_remove

        confirm_and_remove(opened)
    if _has("results"):
        _store_scores(opened)
    if _has("surveys"):
        from tests.store.surveyed import stored

        stored(opened, code)
        stored(opened, code, tool="EIT")
    if _has("headings"):
        from ita_analysis.store.headings import remember

        remember(opened, {"คะแนนดิบ": "total"}, **_by_whom())
    if _has("rules"):
        _change_the_rule(opened)
    if _has("deciding"):
        _dismiss_a_finding(opened, code)
    if _has("attachments"):
        _attach_a_file(opened)


def rows_of(opened: duckdb.DuckDBPyConnection) -> Rows:
    """Return the columns of each table and its rows, each value as text."""
    asked = "select table_name from duckdb_tables() where not internal order by table_name"
    found: Rows = {}
    for (name,) in opened.execute(asked).fetchall():
        if not name.startswith(OF_THE_PROGRAM):
            rows = opened.execute(f"select columns(*)::varchar from {name}").fetchall()
            found[name] = {"columns": opened.table(name).columns, "rows": rows}
    return found


def _store_scores(opened: duckdb.DuckDBPyConnection) -> None:
    """A sheet of two agencies, of whom one score is then replaced by hand, and the demo agency."""
    from ita_analysis.store.results import store_sheet
    from ita_analysis.store.synthetic import load_demo
    from tests.store.sheets import TEN, sheet

    store_sheet(opened, sheet(TEN, dict.fromkeys(TEN, 60.0)), "sheet", **_by_whom())
    store_sheet(opened, sheet({("indicator", "9"): 12.5}, name="two"), "hand", **_by_whom())
    load_demo(opened, **_by_whom())


def _change_the_rule(opened: duckdb.DuckDBPyConnection) -> None:
    from ita_analysis.scoring import WeaknessRule
    from ita_analysis.store.rules import DEFAULT, set_rule

    limits = (Decimal(80), Decimal(90), Decimal("97.5"))
    set_rule(opened, 2563, WeaknessRule(*limits), "สภาขอให้ตั้งเป้าสูงกว่าเดิม", seen=DEFAULT, **_by_whom())


def _dismiss_a_finding(opened: duckdb.DuckDBPyConnection, code: str) -> None:
    from ita_analysis.store.checking import checked_year
    from ita_analysis.store.deciding import dismiss

    found = checked_year(opened.cursor(), code, 2564).findings[0]
    dismiss(opened, code, 2564, found.key, "ตรวจกับต้นฉบับแล้ว", **_by_whom())


def _attach_a_file(opened: duckdb.DuckDBPyConnection) -> None:
    """Its row is stored; its content lies beside another database, and is gone."""
    from ita_analysis.store.attachments import attach

    with tempfile.TemporaryDirectory() as place:
        attach(opened, Path(place) / "ita.duckdb", "ประกาศ.pdf", b"%PDF-1.7", **_by_whom())


def _by_whom() -> dict[str, Any]:
    """Return who does it, where this version asks for that."""
    if find_spec("ita_analysis.people") is None:
        return {}
    from ita_analysis.people import DESK

    return {"who": DESK}


def _has(module: str) -> bool:
    return find_spec(f"ita_analysis.store.{module}") is not None


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
