"""The framework tables hold what the CSV files say, and follow them when they change."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.errors import FrameworkError
from ita_analysis.store.building import data_version, is_behind, ready
from ita_analysis.store.database import transaction
from ita_analysis.store.reference import digest, load_reference
from tests.store.files import restarted, rows, tables

Line = dict[str, str]
FOLDER = paths.REFERENCE


def _lines(table: str, folder: str = "framework") -> list[Line]:
    with (FOLDER / folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _years() -> list[int]:
    return sorted({int(line["fiscal_year_be"]) for line in _lines("instruments")})


def _of_each_year(table: str) -> Iterator[tuple[int, Line]]:
    """Yield the rows of a table that speaks of spans of years, once for each year that has a framework."""
    for year in _years():
        for line in _lines(table):
            last = int(line["last_fiscal_year_be"] or 9999)
            if int(line["first_fiscal_year_be"]) <= year <= last:
                yield year, line


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def test_instruments_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        empty, "select fiscal_year_be, instrument, part, weight, name_th, confidence from framework_instrument"
    )
    expected = {
        (int(x["fiscal_year_be"]), x["instrument"], x["part"], _number(x["weight"]), x["name_th"], x["confidence"])
        for x in _lines("instruments")
    }
    assert set(found) == expected
    assert len(found) == len(_lines("instruments"))


def test_indicators_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select fiscal_year_be, indicator_no, instrument, name_th, name_en from framework_indicator")
    names = ("instrument", "name_th", "name_en")
    expected = [
        (int(x["fiscal_year_be"]), int(x["indicator_no"]), *(x[name] for name in names)) for x in _lines("indicators")
    ]
    assert sorted(found) == sorted(expected)


def test_short_names_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select fiscal_year_be, indicator_no, short_name_th, tile_name_th from framework_indicator")
    names = {(year, int(x["indicator_no"]), x["kind"]): x["words"] for year, x in _of_each_year("names")}
    for year, number, short, tile in found:
        if (year, number, "short") in names:
            assert short == names[year, number, "short"]
        if (year, number, "tile") in names:
            assert tile == names[year, number, "tile"]


def test_items_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select fiscal_year_be, item_code, indicator_no, sub_indicator, topic_th from framework_item")
    expected = [
        (int(x["fiscal_year_be"]), x["item_code"], int(x["indicator_no"]), x["sub_indicator"] or None, x["topic_th"])
        for x in _lines("items")
    ]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_bands_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select fiscal_year_be, band_order, grade, min_total, min_instrument from framework_band")
    expected = [
        (year, int(x["order"]), x["grade"], _number(x["min_total"]), _number(x["min_instrument"]))
        for year, x in _of_each_year("bands")
    ]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_criteria_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(empty, "select fiscal_year_be, item_code, kind, criterion_code, text_th from framework_criterion")
    expected = [
        (year, x["item_code"], x["kind"], x["criterion_code"], x["text_th"]) for year, x in _of_each_year("criteria")
    ]
    assert sorted(found) == sorted(expected)


def test_published_means_are_those_of_the_file(empty: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        empty, "select province_th, fiscal_year_be, level, code, mean_score, source_url from published_province_mean"
    )
    expected = {
        (x["province"], int(x["fiscal_year_be"]), x["level"], x["code"], Decimal(x["score"]), x["source_url"])
        for x in _lines("province_means", "published")
    }
    assert set(found) == expected


def test_every_row_keeps_its_source_and_how_sure_it_is(empty: duckdb.DuckDBPyConnection) -> None:
    for name, found in tables(empty).items():
        if name.startswith("framework_") and name != "framework_lent":  # that one follows from the others
            assert all(row[-2] and row[-1] in {"sure", "likely", "unsure"} for row in found), name


def test_a_file_built_from_other_reference_files_is_filled_anew(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    other = _copied(tmp_path, "short,การใช้งบประมาณ", "short,การใช้เงิน")
    cursor = ready(shipped_file).cursor()
    with transaction(cursor):
        load_reference(cursor, other)
    assert _short_names(ready(shipped_file)) == {"การใช้เงิน"}
    assert is_behind(ready(shipped_file)), "nothing tells that these are not the files of the project"
    after = restarted(shipped_file)
    assert not is_behind(after)
    assert {**tables(after), "data_version": None} == {**before, "data_version": None}, "reports have to stay"
    assert data_version(after) > int(str(before["data_version"][0][0])), "a screen would keep the older answers"


def test_reference_files_in_disorder_leave_the_tables_as_they_were(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    broken = _copied(tmp_path, "2563,3,IIT,", "2563,3,XIT,", "indicators")
    cursor = ready(shipped_file).cursor()
    with pytest.raises(FrameworkError), transaction(cursor):
        load_reference(cursor, broken)
    assert tables(ready(shipped_file)) == before


def test_the_digest_tells_every_change_of_a_file(tmp_path: Path) -> None:
    assert digest(Path(shutil.copytree(FOLDER, tmp_path / "same"))) == digest()
    for table in ("names", "indicators", "bands", "weakness_rules"):
        folder = _copied(tmp_path / table, ",", ", ", table)
        assert digest(folder) != digest()
        (folder / "framework" / f"{table}.csv").unlink()
        assert digest(folder) != digest(), "a database from before the file was there would stay as it is"


def _short_names(opened: duckdb.DuckDBPyConnection) -> set[object]:
    asked = "select short_name_th from framework_indicator where indicator_no = 2 and fiscal_year_be = 2563"
    return {name for (name,) in rows(opened, asked)}


def _copied(folder: Path, old: str, new: str, table: str = "names") -> Path:
    copy = Path(shutil.copytree(FOLDER, folder / "reference"))
    file = copy / "framework" / f"{table}.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy
