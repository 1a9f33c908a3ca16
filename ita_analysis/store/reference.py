"""The framework packs and published results, loaded from their CSV files into tables."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from ita_analysis import framework, paths, scoring
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework, Sourced
from ita_analysis.store.statements import write, write_rows

Row = dict[str, object]


def load_reference(cursor: duckdb.DuckDBPyConnection, folder: Path = paths.REFERENCE) -> None:
    """Fill the framework and published tables anew from a folder of CSV files."""
    packs = [framework.load(year, folder) for year in framework.fiscal_years(folder)]
    write(cursor, "reference_emptied")
    for table, rows_of in _TABLES.items():
        rows = [{"fiscal_year_be": pack.fiscal_year_be, **row} for pack in packs for row in rows_of(pack)]
        write_rows(cursor, table, rows)
    write_rows(cursor, "published_province_mean", list(_province_means(folder)))
    write_rows(cursor, "published_aggregate", list(_aggregates(folder)))
    write_rows(cursor, "agency_type", list(_agency_types(folder)))
    write(cursor, "agencies_typed")
    write(cursor, "framework_lent")
    write(cursor, "reference_loaded", {"reference_digest": digest(folder)})


def digest(folder: Path = paths.REFERENCE) -> str:
    """Return what tells one state of the reference files from another."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*.csv")):
        total.update(file.read_bytes())
    return total.hexdigest()


def _instruments(pack: Framework) -> Iterator[Row]:
    for row in pack.instruments:
        about = {"instrument": row.instrument, "part": row.part or "", "weight": row.weight, "name_th": row.name_th}
        yield {**about, **_sourced(row)}


def _indicators(pack: Framework) -> Iterator[Row]:
    for row in pack.indicators:
        yield {
            "indicator_no": row.no,
            "instrument": row.instrument,
            "name_th": pack.name(row.no),
            "short_name_th": pack.name(row.no, "short"),
            "tile_name_th": pack.name(row.no, "tile"),
            "name_en": row.name_en,
            "item_count": row.item_count,
            **_sourced(row),
        }


def _items(pack: Framework) -> Iterator[Row]:
    for row in pack.items:
        yield {
            "item_code": row.code,
            "indicator_no": row.indicator_no,
            "sub_indicator": row.sub_indicator,
            "topic_th": row.topic_th,
            **_sourced(row),
        }


def _bands(pack: Framework) -> Iterator[Row]:
    for row in pack.bands:
        yield {
            "band_order": row.order,
            "grade": row.grade,
            "label_th": row.label_th,
            "min_total": row.min_total,
            "min_instrument": row.min_instrument,
            **_sourced(row),
        }


def _criteria(pack: Framework) -> Iterator[Row]:
    for row in pack.criteria:
        about = {"item_code": row.item_code, "kind": row.kind, "criterion_code": row.code, "text_th": row.text_th}
        yield {**about, "item_worth": _worth(row.item_code, pack), **_sourced(row)}


def _worth(item_code: str, pack: Framework) -> object:
    try:
        return scoring.worth_of_item(item_code, pack)
    except FrameworkError:
        return None


def _sourced(row: Sourced) -> Row:
    return {"source": row.source, "confidence": row.confidence}


_TABLES: dict[str, Callable[[Framework], Iterator[Row]]] = {
    "framework_instrument": _instruments,
    "framework_indicator": _indicators,
    "framework_item": _items,
    "framework_band": _bands,
    "framework_criterion": _criteria,
}


def _province_means(folder: Path) -> Iterator[Row]:
    for row in _rows(folder / "published" / "province_means.csv"):
        about = {"province_th": row["province"], "fiscal_year_be": int(row["fiscal_year_be"])}
        mean = {"level": row["level"], "code": row["code"], "mean_score": float(row["score"])}
        yield {**about, **mean, "source_url": row["source_url"], "confidence": row["confidence"]}


def _aggregates(folder: Path) -> Iterator[Row]:
    for row in _rows(folder / "published" / "aggregates.csv"):
        about = {"scope_th": row["scope"], "fiscal_year_be": int(row["fiscal_year_be"]), "quantity": row["measure"]}
        figure = {"published_value": float(row["value"]), "unit": row["unit"], "note": row["note"]}
        yield {**about, **figure, "source_url": row["source_url"], "confidence": row["confidence"]}


def _agency_types(folder: Path) -> Iterator[Row]:
    for row in _rows(folder / "agencies" / "types.csv"):
        names = {"type_code": row["type_code"], "name_th": row["name_th"], "prefix_th": row["prefix_th"]}
        yield {**names, "type_order": int(row["order"]), "source": row["source"], "confidence": row["confidence"]}


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
