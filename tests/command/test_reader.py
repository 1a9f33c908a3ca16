"""A reader who leaves before a command has said all: no trace is left, and what was asked is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from tests.command.running import run_unheard
from tests.reports.plain_report import write_plain
from tests.store.files import forget, rows


def _file(folder: Path) -> Path:
    file = folder / "รายงาน.docx"
    write_plain(file)
    return file


@pytest.mark.parametrize(
    ("asked", "code"),
    [(("check",), 1), (("check", "--json"), 1), (("dictionary",), 0), (("--help",), 0), (("check", "--help"), 0)],
)
def test_it_ends_as_it_would_have_and_without_a_word(asked: tuple[str, ...], code: int, shipped_file: Path) -> None:
    forget(shipped_file)
    assert run_unheard(*asked, ITA_DATABASE=str(shipped_file)) == (code, "")


def test_a_file_that_is_read_is_stored_all_the_same(tmp_path: Path, shipped_file: Path) -> None:
    forget(shipped_file)
    for word in ("preview", "import"):
        assert run_unheard(word, _file(tmp_path), ITA_DATABASE=str(shipped_file)) == (0, "")
    assert rows(ready(shipped_file), "select count(*) from report") == [(2,)]


def test_every_file_is_written_all_the_same(tmp_path: Path, shipped_file: Path) -> None:
    forget(shipped_file)
    code, told = run_unheard(
        "report", "--format", "xlsx,html", "--out", tmp_path / "out", ITA_DATABASE=str(shipped_file)
    )
    assert (code, len(told.splitlines())) == (0, 2), "how far it is was said to somebody else"
    assert sorted(each.suffix for each in (tmp_path / "out").iterdir()) == [".html", ".xlsx"]


def test_where_nobody_hears_a_mistake_either_the_code_still_tells(fresh_file: Path) -> None:
    asked = ("check", "no_such_file.docx")
    assert run_unheard(*asked, ITA_DATABASE=str(fresh_file), mistakes_too=True) == (2, "")
