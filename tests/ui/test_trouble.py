"""What can go wrong with the database itself is one Thai sentence on every page, and never a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.store.files import forget
from tests.store.held import held
from tests.ui.screen import visit


def _one_sentence(page: str) -> str:
    shown = visit(page)
    assert shown.traces == []
    (said,) = shown.problems
    assert has_thai(said)
    return said


def test_a_database_that_another_process_holds_is_named_with_the_process(shipped_file: Path) -> None:
    with held(shipped_file) as number:
        for page in PAGES:
            assert str(number) in _one_sentence(page)
    forget(shipped_file)
    assert visit().problems == [], "free again"


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_no_database_is_named(page: str, fresh_file: Path) -> None:
    fresh_file.write_bytes(b"no database" * 999)
    assert fresh_file.name in _one_sentence(page)


def test_a_database_cut_short_is_named(shipped_file: Path) -> None:
    whole = shipped_file.read_bytes()
    shipped_file.write_bytes(whole[: len(whole) // 2])
    assert shipped_file.name in _one_sentence("executive")
