"""The first start builds the database from the files of the project; later starts only bring it up to date."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ita_analysis import paths
from ita_analysis.errors import StoreError
from ita_analysis.store.building import data_version, is_behind, ready
from ita_analysis.texts import explain
from tests.store.files import counts, forget, restarted, rows, tables

RECORD = paths.DATA / "khao-saming"


def test_a_new_file_holds_the_framework_and_the_shipped_record(fresh_file: Path) -> None:
    opened = ready(fresh_file)
    found = counts(opened)
    assert found["report"] == found["agency"] == 1
    assert not is_behind(opened)
    assert [name for name, count in found.items() if name.startswith(("framework_", "published_")) and not count] == []


def test_an_empty_start_holds_the_framework_alone(fresh_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_START", "empty")
    found = counts(ready(fresh_file))
    assert found["report"] == found["agency"] == found["measure"] == 0
    assert found["framework_indicator"] > 0


def test_the_next_start_adds_nothing(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    for _ in range(2):
        assert tables(restarted(shipped_file)) == before


def test_the_record_comes_only_into_a_new_file(empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_START")
    assert counts(ready(empty_file))["report"] == 0


def test_sixteen_first_visitors_at_once_build_one_database(fresh_file: Path) -> None:
    with ThreadPoolExecutor(16) as visitors:
        opened = list(visitors.map(lambda _: ready(fresh_file), range(16)))
    assert len({id(each) for each in opened}) == 1
    assert counts(opened[0])["report"] == 1
    assert rows(opened[0], "select count(*) from step_progress") == [(6,)]


def test_a_damaged_record_is_named_with_file_and_row(fresh_file: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        ready(fresh_file, [_damaged(tmp_path)])
    said = explain(refused.value)
    assert all(part in said for part in ("khao-saming", "weaknesses.csv", "3"))


def test_a_start_after_the_record_was_mended_holds_it(fresh_file: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        ready(fresh_file, [_damaged(tmp_path)])
    forget(fresh_file)
    assert counts(ready(fresh_file, [RECORD]))["report"] == 1, "the record never came in, and nothing says so"


def test_the_version_counts_each_change(fresh_file: Path) -> None:
    built = data_version(ready(fresh_file))
    assert built > 0
    assert data_version(restarted(fresh_file)) == built


def _damaged(folder: Path) -> Path:
    copy = Path(shutil.copytree(RECORD, folder / RECORD.name))
    table = copy / "weaknesses.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines[:2], lines[2].replace("8", "แปด", 1), *lines[3:]]), encoding="utf-8")
    return copy
