"""What can go wrong with the database itself is one Thai sentence on every page, and never a trace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.ui.screen import visit

HOLD = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def _one_sentence(page: str) -> str:
    shown = visit(page)
    assert shown.traces == []
    (said,) = shown.problems
    assert has_thai(said)
    return said


def test_a_database_that_another_process_holds_is_named_with_the_process(shipped_file: Path) -> None:
    asked = [sys.executable, "-c", HOLD, str(shipped_file)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for page in PAGES:
            assert str(holder.pid) in _one_sentence(page)
        holder.communicate()
    assert visit().problems == [], "free again"


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_no_database_is_named(page: str, fresh_file: Path) -> None:
    fresh_file.write_bytes(b"no database" * 999)
    assert fresh_file.name in _one_sentence(page)


def test_a_database_cut_short_is_named(shipped_file: Path) -> None:
    whole = shipped_file.read_bytes()
    shipped_file.write_bytes(whole[: len(whole) // 2])
    assert shipped_file.name in _one_sentence("executive")
