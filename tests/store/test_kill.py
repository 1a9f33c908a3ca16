"""A process that dies in the middle of importing leaves a database that opens, and in it only whole reports."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from ita_analysis.paths import PROJECT
from ita_analysis.store.building import ready
from ita_analysis.store.database import MEMORY, broken_rows, connect
from tests.store.files import rows
from tests.store.invented import agency, small_report, store

MANY = 1000
IMPORTING = """
import sys
from pathlib import Path
from ita_analysis.store.building import ready
from tests.store.invented import agency, small_report, store
opened = ready(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    store(opened, small_report(agency(number), scores={6: 71.25}))
    print(number, flush=True)
"""
PARTS = ("weakness", "measure", "progress", "finding")


def _killed(file: Path, after: int, moment: float) -> int:
    """Import until some reports are in, wait a moment, kill; return how many the process said it had stored."""
    asked = [sys.executable, "-c", IMPORTING, str(file), str(MANY)]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as importing:
        assert importing.stdout is not None
        for _ in range(after):
            assert importing.stdout.readline().strip(), "it died before it was killed"
        try:
            importing.wait(moment)
        except subprocess.TimeoutExpired:
            importing.kill()
        said = importing.stdout.read().split()
    assert importing.returncode == -9, "it was not killed"
    return after + len(said)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_killed_import_leaves_whole_reports(seed: int, empty_file: Path) -> None:
    chance = random.Random(seed)
    said = _killed(empty_file, chance.randint(1, 6), chance.uniform(0.0, 0.12))
    opened = ready(empty_file)
    assert broken_rows(opened) == {}
    ((stored,),) = rows(opened, "select count(*) from report")
    assert stored in {said, said + 1}, "what was told to be stored has to be there"
    for table, count in _parts_of_a_whole_report().items():
        found = rows(opened, f"select count(*) from {table} group by report_id")
        assert found == [(count,)] * int(str(stored)), f"half a report in {table}"
    assert rows(opened, "select count(*) from score") == [(stored,)]
    assert rows(opened, "select count(*) from agency") == [(stored,)]


def test_a_killed_import_can_go_on(empty_file: Path) -> None:
    said = _killed(empty_file, 2, 0.01)
    opened = ready(empty_file)
    assert not store(opened, small_report(agency(0), scores={6: 71.25})).is_new
    assert store(opened, small_report(agency(said + 5))).is_new
    assert broken_rows(opened) == {}


def _parts_of_a_whole_report() -> dict[str, int]:
    with connect(MEMORY) as opened:
        store(opened, small_report(agency(0), scores={6: 71.25}))
        return {table: len(rows(opened, f"from {table}")) for table in PARTS}
