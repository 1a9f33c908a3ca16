"""What all tests share: the live database is out of reach, and a test that stores has a file of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner

from ita_analysis import paths
from ita_analysis.store.building import ready
from tests.store.files import forget, throw_away
from tests.ui.clients import Client, ask_from

# The laws are tried with the same examples each time, however slow the machine is at that moment;
# `--hypothesis-profile=explore` tries others.
settings.register_profile(
    "same", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _live_database_out_of_reach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test that forgets to say where its database is finds no folder there, and fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(tmp_path_factory.mktemp("live") / "no-such-folder" / "ita.duckdb"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _components_sought_once() -> Iterator[None]:
    """Each visitor of AppTest reads what all installed packages say of themselves; once will do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def _looked_at_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are looked at by whoever sits at this PC, where a test says nothing else."""
    ask_from(Client(), monkeypatch)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two database files as the program builds them on first start: with the shipped record, and without any."""
    folder = tmp_path_factory.mktemp("built")
    kinds = {"shipped": [paths.DATA / "khao-saming"], "empty": []}
    files = {kind: folder / f"{kind}.duckdb" for kind in kinds}
    for kind, records in kinds.items():
        ready(files[kind], records)
        forget(files[kind])
    return files


@pytest.fixture
def fresh_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The path of a database that is not there yet."""
    file = tmp_path / "ita.duckdb"
    monkeypatch.setenv("ITA_DATABASE", str(file))
    monkeypatch.delenv("ITA_START", raising=False)
    yield file
    throw_away(file)


@pytest.fixture
def shipped_file(fresh_file: Path, built: dict[str, Path]) -> Path:
    """A database that holds the shipped record."""
    return Path(shutil.copy(built["shipped"], fresh_file))


@pytest.fixture
def empty_file(fresh_file: Path, built: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database that holds the framework and no report."""
    monkeypatch.setenv("ITA_START", "empty")
    return Path(shutil.copy(built["empty"], fresh_file))


@pytest.fixture
def shipped(shipped_file: Path) -> duckdb.DuckDBPyConnection:
    """The connection to a database that holds the shipped record."""
    return ready(shipped_file)


@pytest.fixture
def empty(empty_file: Path) -> duckdb.DuckDBPyConnection:
    """The connection to a database that holds the framework and no report."""
    return ready(empty_file)
