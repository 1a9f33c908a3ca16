"""Storing a score sheet: all of it in one transaction; a score that another takes the place of is kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pandas as pd

from ita_analysis.errors import StoreError
from ita_analysis.people import Person
from ita_analysis.records import Agency
from ita_analysis.results import ScoreSheet, SourceKind
from ita_analysis.store.agencies import agency_row, code_of
from ita_analysis.store.changing import change
from ita_analysis.store.levels import Told, levels_above
from ita_analysis.store.rights import require_over_all
from ita_analysis.store.statements import find, write, write_all


@dataclass(frozen=True)
class StoredSheet:
    """What became of a sheet: its number, whose results it holds, whether it was there before, how much it replaced."""

    source_id: int
    agency_codes: tuple[str, ...]
    is_new: bool
    stored_at: datetime | None = None
    replaced_count: int = 0


def stored_sheet(opened: duckdb.DuckDBPyConnection, fingerprint: str) -> StoredSheet | None:
    """Return the stored sheet of a fingerprint whose scores all still hold, or None."""
    found = find(opened.cursor(), "stored_sheet", fingerprint=fingerprint)
    if not found:
        return None
    source_id, stored_at = found[0]
    at = stored_at if isinstance(stored_at, datetime) else None
    codes = tuple(str(code) for (code,) in find(opened.cursor(), "agencies_of_sheet", source_id=source_id))
    return StoredSheet(int(str(source_id)), codes, is_new=False, stored_at=at)


def store_sheet(
    opened: duckdb.DuckDBPyConnection,
    sheet: ScoreSheet,
    kind: SourceKind,
    tell: Told | None = None,
    *,
    who: Person,
    only_if: Callable[[duckdb.DuckDBPyConnection], None] | None = None,
) -> StoredSheet:
    """Store the results of a sheet in one transaction; one that is stored already is only returned.

    A score that is stored already is replaced, and kept in `score_replaced`; levels above that no source states are
    computed. `kind` demo makes its agencies synthetic. `tell` hears how much is done, 0 to 1; `only_if` looks at
    what is stored within the transaction, and raises where the sheet may not be stored upon that. Raises StoreError
    where the sheet holds a grave finding, or its rows would break a check; nothing is kept then.
    """
    _refuse(sheet)
    if known := stored_sheet(opened, sheet.fingerprint):
        return known
    with change(opened, who, "sheet_stored", but=()) as cursor:
        if only_if:
            only_if(cursor)
        codes = _store_agencies(cursor, [each.agency for each in sheet.results], is_synthetic=kind == "demo")
        require_over_all(who, "bring", codes)
        source_id = write(cursor, "score_source", _source_row(sheet, kind))
        write_all(cursor, "score_column", _column_rows(sheet, source_id))
        stated = _stated(sheet, codes, kind, source_id)
        replaced = _replace(cursor, stated, source_id, tell)
        _store_headers(cursor, sheet, codes)
    return StoredSheet(source_id, tuple(dict.fromkeys(codes)), is_new=True, replaced_count=replaced)


def _refuse(sheet: ScoreSheet) -> None:
    grave = [finding for finding in sheet.findings if finding.severity == "high"]
    if grave:
        raise StoreError("sheet_has_errors", count=len(grave), first=grave[0].title, place=grave[0].place)
    if not sheet.scores["score"].between(0, 100).all():
        raise StoreError("store_check", check="score_lies_between_0_and_100")


def _source_row(sheet: ScoreSheet, kind: SourceKind) -> dict[str, object]:
    return {
        "kind": kind,
        "file_name": sheet.file_name,
        "sheet_name": sheet.sheet_name,
        "fingerprint": sheet.fingerprint,
        "instruments_form": sheet.form,
        "result_count": len(sheet.results),
        "score_count": len(sheet.scores),
    }


def _column_rows(sheet: ScoreSheet, source_id: int) -> list[dict[str, object]]:
    return [
        {
            "source_id": source_id,
            "column_no": each.number,
            "heading": each.heading,
            "level": each.level,
            "code": each.code,
        }
        for each in sheet.columns
    ]


def _store_agencies(cursor: duckdb.DuckDBPyConnection, agencies: Iterable[Agency], *, is_synthetic: bool) -> list[str]:
    """Return the code of each agency; those that are new are stored.

    Synthetic agencies and real ones never share a code, whatever their names.
    """
    found = find(cursor, "agencies_by_name", is_synthetic=is_synthetic)
    known: dict[str, dict[str | None, str]] = {}
    for name, province, code in found:
        known.setdefault(str(name), {})[str(province) if province else None] = str(code)
    codes, new = [], []
    for agency in agencies:
        namesakes = known.setdefault(agency.name, {})
        code = namesakes.get(agency.province)
        if code is None and agency.province is None and len(namesakes) == 1:
            code = next(iter(namesakes.values()))
        if code is None:
            code = ("s" if is_synthetic else "") + code_of(agency)
            namesakes[agency.province] = code
            new.append(agency_row(agency, code, is_synthetic=is_synthetic))
        codes.append(code)
    if new:
        _write_table(cursor, "agencies_of_table", pd.DataFrame(new))
    return codes


def _stated(sheet: ScoreSheet, codes: list[str], kind: SourceKind, source_id: int) -> pd.DataFrame:
    """Return the sheet's scores as rows of the table of scores."""
    numbers, scores = sheet.scores["result_no"].to_numpy(), sheet.scores
    years = [each.fiscal_year_be for each in sheet.results]
    return pd.DataFrame(
        {
            "agency_code": pd.Categorical(codes).take(numbers),
            "fiscal_year_be": pd.Series(years, dtype="int32").take(numbers).to_numpy(),
            "level": pd.Categorical(scores["level"]),
            "code": pd.Categorical(scores["code"]),
            "score": scores["score"].to_numpy(dtype="float64"),
            "source": kind,
            "source_id": source_id,
            "source_row": scores["row"].to_numpy(),
            "source_column": scores["column_no"].to_numpy(),
        }
    )


def _replace(cursor: duckdb.DuckDBPyConnection, stated: pd.DataFrame, source_id: int, tell: Told | None) -> int:
    """Put the stated scores in the place of those stored, compute what follows, and return how many were replaced."""
    cursor.register("incoming_score", stated)
    replaced = write(cursor, "scores_kept_aside", {"source_id": source_id})
    kept = find(cursor, "scores_beside_sheet")
    write(cursor, "scores_made_way")
    cursor.unregister("incoming_score")
    _write_table(cursor, "scores_of_table", stated)
    _write_table(cursor, "scores_of_table", levels_above(stated, kept, tell))
    return replaced


def _store_headers(cursor: duckdb.DuckDBPyConnection, sheet: ScoreSheet, codes: list[str]) -> None:
    rows = [
        {"agency_code": code, "fiscal_year_be": each.fiscal_year_be, "grade_printed": each.grade_printed}
        for code, each in zip(codes, sheet.results, strict=True)
    ]
    _write_table(cursor, "results_of_table", pd.DataFrame(rows))


def _write_table(cursor: duckdb.DuckDBPyConnection, name: str, table: pd.DataFrame) -> None:
    """Run `writes/name.sql`, which takes its rows from `incoming`."""
    cursor.register("incoming", table)
    write(cursor, name)
    cursor.unregister("incoming")
