"""A process that is killed at any moment of a save leaves the old state or the new one, and never loses what it told.

What is killed where is told in `killing`; how many deaths there are in all, in `test_killed_files`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.deaths import SEED, deaths
from tests.store.deeds import DEATHS, SAVES


@pytest.mark.parametrize("name", SAVES)
def test_a_killed_save_leaves_the_old_state_or_the_new_one(name: str, starts: dict[str, Path], tmp_path: Path) -> None:
    died = list(deaths(SAVES[name], starts, tmp_path, DEATHS[name]))
    assert [each for each in died if not each.is_right] == [], f"seed {SEED}"
    assert {each.was_done for each in died} == {True, False}, "the moments were all too early or too late"
