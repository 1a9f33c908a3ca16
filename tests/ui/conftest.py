"""States of the data, each built once for the tests of a module that only look."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from tests.store.files import forget
from tests.ui.states import STATES


@pytest.fixture(scope="module")
def state(request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A state by its name (`shipped`, or one of STATES), as the database that all pages see."""
    name = str(request.param)
    start = "shipped" if name == "shipped" else "empty"
    file = Path(shutil.copy(built[start], tmp_path_factory.mktemp(name) / "ita.duckdb"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(file))
        patch.setenv("ITA_START", start)
        if name in STATES:
            STATES[name](ready(file))
        yield name
        forget(file)
