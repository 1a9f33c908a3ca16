"""States of the data, each built once for the tests of a module that only look; each page of it is shown once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ita_analysis import paths
from ita_analysis.store.building import ready
from ita_analysis.ui.frame import PAGES
from tests.store.files import rows, throw_away
from tests.ui.screen import Screen, visit
from tests.ui.states import STATES
from tests.ui.walk import Stop, walk


@dataclass
class Looked:
    """A state of the data, and the pages that were looked at; tests that do something visit anew."""

    name: str
    seen: dict[str, Screen] = field(default_factory=dict)
    walked: list[Stop] = field(default_factory=list)

    def page(self, name: str = "executive") -> Screen:
        """Return a page as a first visitor sees it."""
        if name not in self.seen:
            self.seen[name] = visit(name)
        return self.seen[name]

    def stops(self) -> list[Stop]:
        """Return every page that links lead to, walked once."""
        if not self.walked:
            self.walked += walk(list(PAGES))
        return self.walked

    def code(self, agency: str) -> str:
        """Return the code of an agency in the address."""
        ((code,),) = rows(ready(paths.database()), "select agency_code from agency where name_th = $1", agency)
        return str(code)


@pytest.fixture(scope="module")
def state(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Looked]:
    """A state by its name (`shipped`, or one of STATES), as the database that all pages see."""
    name = str(request.param)
    start = "shipped" if name == "shipped" else "empty"
    file = Path(shutil.copy(built[start], tmp_path_factory.mktemp(name) / "ita.duckdb"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(file))
        patch.setenv("ITA_START", start)
        if name in STATES:
            STATES[name](ready(file))
        yield Looked(name)
        throw_away(file)
