"""A table that contradicts itself is refused with a sentence that names file and row."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import fiscal_years, load
from ita_analysis.texts import explain
from tests.framework.folders import append, change, copy_to, read, write

YEAR = "2564"
BAND = {"first_fiscal_year_be": "2562"}
LIMIT = {"first_fiscal_year_be": "2562"}
VIEW = {"theme": "service", "instrument": "OIT"}

CHANGES: list[tuple[str, str, dict[str, str], dict[str, Any]]] = [
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"weight": "thirty"}),
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"weight": "NaN"}),
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"weight": "130"}),
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"confidence": "perhaps"}),
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"source": ""}),
    ("framework_cell", "instruments", {"fiscal_year_be": YEAR}, {"mean_of": "everything"}),
    ("framework_cell", "items", {"fiscal_year_be": YEAR}, {"indicator_no": "one"}),
    ("framework_cell", "items", {"fiscal_year_be": YEAR}, {"topic_th": ""}),
    ("framework_cell", "bands", {**BAND, "grade": "A"}, {"every_instrument": "yes"}),
    ("framework_cell", "bands", {**BAND, "grade": "A"}, {"min_total": "-1"}),
    ("framework_cell", "bands", {**BAND, "grade": "A"}, {"last_fiscal_year_be": "2561"}),
    ("framework_weights", "instruments", {"fiscal_year_be": YEAR, "instrument": "OIT"}, {"weight": "41"}),
    ("framework_weight_missing", "instruments", {"fiscal_year_be": YEAR, "instrument": "EIT"}, {"weight": ""}),
    ("framework_weight_missing", "instruments", {"fiscal_year_be": YEAR, "instrument": "EIT"}, {"weight": "0"}),
    ("framework_duplicate", "items", {"fiscal_year_be": YEAR, "item_code": "O2"}, {"item_code": "O1"}),
    ("framework_duplicate", "indicators", {"fiscal_year_be": YEAR, "indicator_no": "2"}, {"indicator_no": "1"}),
    ("framework_duplicate", "bands", {**BAND, "grade": "B"}, {"order": "2"}),
    ("framework_reference", "items", {"fiscal_year_be": YEAR, "item_code": "O2"}, {"indicator_no": "12"}),
    ("framework_reference", "indicators", {"fiscal_year_be": YEAR, "indicator_no": "6"}, {"instrument": "XIT"}),
    ("framework_reference", "plan_items", {"fiscal_year_be": YEAR}, {"item_code": "O99"}),
    ("framework_reference", "criteria", {"first_fiscal_year_be": "2563"}, {"item_code": "O99"}),
    ("framework_reference", "questions", {"fiscal_year_be": YEAR}, {"item_code": "i31"}),
    ("framework_item_count", "indicators", {"fiscal_year_be": YEAR, "indicator_no": "9"}, {"item_count": "34"}),
    ("framework_sub_indicator", "items", {"fiscal_year_be": YEAR, "item_code": "O2"}, {"sub_indicator": ""}),
    ("framework_band_unreachable", "bands", {**BAND, "grade": "B"}, {"min_total": "85.00"}),
    ("framework_band_gap", "bands", {**BAND, "grade": "F"}, {"min_total": "10.00"}),
    ("framework_name_length", "names", {"kind": "tile", "indicator_no": "4"}, {"words": "ก" * 15}),
    ("framework_name_length", "names", {"kind": "short", "indicator_no": "4"}, {"words": "ก" * 25}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "urgent"}, {"status": "dire"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "urgent"}, {"status": "no_data"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "urgent"}, {"below": "low"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "urgent"}, {"below": "NaN"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "good"}, {"below": "100.01"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "good"}, {"below": ""}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "strength"}, {"below": "100"}),
    ("framework_cell", "weakness_rules", {**LIMIT, "status": "good"}, {"last_fiscal_year_be": "2561"}),
    ("framework_duplicate", "weakness_rules", {**LIMIT, "status": "develop"}, {"status": "urgent"}),
    ("framework_duplicate", "weakness_rules", {"first_fiscal_year_be": "2566"}, {"first_fiscal_year_be": "2564"}),
    ("framework_weakness_order", "weakness_rules", {**LIMIT, "status": "urgent"}, {"below": "0"}),
    ("framework_weakness_order", "weakness_rules", {**LIMIT, "status": "develop"}, {"below": "74.99"}),
    ("framework_weakness_order", "weakness_rules", {**LIMIT, "status": "good"}, {"below": "85"}),
    ("framework_cell", "themes", VIEW, {"level": "total"}),
    ("framework_cell", "themes", VIEW, {"name_th": ""}),
    ("framework_reference", "themes", VIEW, {"code": "9.9"}),
    ("framework_reference", "themes", VIEW, {"level": "item", "code": "O99"}),
    ("framework_duplicate", "themes", {"code": "10.2"}, {"code": "10.1"}),
    ("framework_view", "themes", VIEW, {"instrument": "EIT"}),
    ("framework_view", "themes", VIEW, {"level": "item"}),
    ("framework_view", "themes", VIEW, {"level": "indicator", "code": "7"}),
    ("framework_theme_name", "themes", VIEW, {"name_th": "ชื่ออื่น"}),
    ("framework_alias", "names", {"kind": "alias", "indicator_no": "1"}, {"words": "การใช้อำนาจ"}),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def refused(folder: Path, year: int = 2564) -> FrameworkError:
    with pytest.raises(FrameworkError) as caught:
        load(year, folder)
    return caught.value


@pytest.mark.parametrize(
    ("key", "table", "where", "cells"), CHANGES, ids=[f"{case[0]}-{i}" for i, case in enumerate(CHANGES)]
)
def test_a_bad_row_is_named(folder: Path, key: str, table: str, where: dict[str, str], cells: dict[str, Any]) -> None:
    row = change(folder, table, where, **cells)
    error = refused(folder)
    assert error.key == key
    assert f"{table}.csv" in explain(error)
    assert f"แถว {row} " in explain(error)


def test_an_added_row_is_named(folder: Path) -> None:
    append(folder, "items", fiscal_year_be=2564, item_code="O44", indicator_no=10, sub_indicator="10.2", topic_th="x")
    error = refused(folder)
    assert (error.key, error.values["stated"], error.values["counted"]) == ("framework_item_count", 10, 11)


@pytest.mark.parametrize(("status", "last_row"), [("urgent", 5), ("develop", 5), ("good", 5), ("strength", 4)])
def test_a_status_without_its_limit_is_named(folder: Path, status: str, last_row: int) -> None:
    change(folder, "weakness_rules", {**LIMIT, "status": status}, last_fiscal_year_be=2563)
    error = refused(folder)
    assert (error.key, error.values["status"]) == ("framework_weakness_gap", status)
    assert f"weakness_rules.csv ถึงแถว {last_row} " in explain(error)
    assert load(2563, folder).weakness_limits


def test_an_unsure_count_may_differ_from_the_items(folder: Path) -> None:
    where = {"fiscal_year_be": YEAR, "indicator_no": "9"}
    change(folder, "indicators", where, item_count="34", item_count_confidence="unsure")
    assert load(2564, folder).indicator(9).item_count == 34


def test_a_year_nobody_wrote_is_named_with_the_years_there_are(folder: Path) -> None:
    for year in (2561, 2570):
        error = refused(folder, year)
        assert error.key == "framework_year"
        assert all(words in explain(error) for words in (str(year), "2562", "2569", "instruments.csv"))


def _drop_file(path: Path) -> None:
    path.unlink()


def _drop_column(path: Path) -> None:
    write(path, [{name: cell for name, cell in row.items() if name != "source"} for row in read(path)])


def _drop_cell(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1].rsplit(",", 1)[0], *lines[2:]]), encoding="utf-8")


def _add_cell(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1] + ",more", *lines[2:]]), encoding="utf-8")


def _save_as_cp874(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").replace("—", "-").encode("cp874", errors="replace"))


def _empty(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "damage"),
    [
        ("framework_file", _drop_file),
        ("framework_column", _drop_column),
        ("framework_width", _drop_cell),
        ("framework_width", _add_cell),
        ("framework_encoding", _save_as_cp874),
        ("framework_empty", _empty),
    ],
)
def test_a_damaged_file_is_named(folder: Path, key: str, damage: Callable[[Path], None]) -> None:
    damage(folder / "framework" / "instruments.csv")
    error = refused(folder)
    assert error.key == key
    assert "instruments.csv" in explain(error)


def test_a_byte_order_mark_and_a_second_spelling_do_no_harm(folder: Path) -> None:
    path = folder / "framework" / "indicators.csv"
    text = path.read_text(encoding="utf-8").replace("ำ", "\u0e4d\u0e32")
    path.write_text("\ufeff" + text, encoding="utf-8")
    assert load(2564, folder).indicator(3).name_th == load(2564).indicator(3).name_th


def test_a_year_is_read_once_per_folder(folder: Path) -> None:
    assert load(2564, folder) is load(2564, folder)
    assert load(2564, folder) is not load(2564)
    assert fiscal_years(folder) == fiscal_years()
