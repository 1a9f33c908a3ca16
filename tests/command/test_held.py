"""Every command that needs the database, while the dashboard has it open: one sentence that names the process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from ita_analysis.thai.text import has_thai
from tests.command.running import run, run_alone
from tests.intake.sheets.written import WIDE_ROWS, wide, xlsx_bytes
from tests.reports.plain_report import write_plain
from tests.store.files import forget
from tests.store.held import held

Arguments = Callable[[Path], list[str | Path]]


def _report(folder: Path) -> list[str | Path]:
    write_plain(folder / "รายงาน.docx")
    return ["import", folder / "รายงาน.docx"]


def _sheet(folder: Path) -> list[str | Path]:
    (folder / "คะแนน.xlsx").write_bytes(xlsx_bytes(wide(*WIDE_ROWS)))
    return ["import", folder / "คะแนน.xlsx"]


COMMANDS: dict[str, Arguments] = {
    "import a report": _report,
    "import a sheet": _sheet,
    "backup": lambda folder: ["backup", folder / "b.zip"],
    "restore": lambda folder: ["restore", folder / "a.zip"],
    "demo load": lambda _: ["demo", "load"],
    "demo nation": lambda _: ["demo", "nation"],
    "demo remove": lambda _: ["demo", "remove"],
}


@pytest.fixture
def file(shipped_file: Path, tmp_path: Path) -> Path:
    """A database that is not open, with a backup of it in a folder."""
    (tmp_path / "given").mkdir()
    assert run("backup", tmp_path / "given" / "a.zip").code == 0
    forget(shipped_file)
    return shipped_file


def _files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_names_the_process_and_touches_nothing(command: str, file: Path, tmp_path: Path) -> None:
    asked = COMMANDS[command](tmp_path / "given")
    with held(file) as number:
        before = _files_in(tmp_path)
        said = run(*asked)
        assert said.code == 1
        assert has_thai(said.err)
        assert str(number) in said.err
        assert file.name in said.err
        assert said.err.count("\n") == 1, said.err
        assert _files_in(tmp_path) == before


def test_a_command_of_its_own_shows_no_trace(file: Path, tmp_path: Path) -> None:
    with held(file) as number:
        said = run_alone(*_report(tmp_path / "given"), ITA_DATABASE=str(file))
    assert said.code == 1
    assert str(number) in said.err
    assert "Traceback" not in said.out + said.err


def test_commands_that_need_no_database_are_answered(file: Path, tmp_path: Path) -> None:
    _, given = _report(tmp_path / "given")
    with held(file):
        assert run("preview", given).code == 0
        assert run("dictionary").code == 0


def test_once_the_dashboard_is_closed_the_command_can_be_given_again(file: Path, tmp_path: Path) -> None:
    asked = _sheet(tmp_path / "given")
    with held(file):
        assert run(*asked).code == 1
    forget(file)
    assert run(*asked).code == 0
    assert ready(file).execute("select count(*) from score where source = 'sheet'").fetchall() == [(8,)]
