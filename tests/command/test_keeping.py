"""`backup`, `restore` and `dictionary`: data kept safe and come back, in one sentence each."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ita_analysis.paths import PROJECT
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import kept
from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai
from tests.command.running import Said, run, run_alone
from tests.reports.plain_report import write_plain
from tests.store.files import forget, restarted, tables
from tests.store.invented import agency, small_report, store


def _one_sentence(said: Said, code: int) -> str:
    spoken, silent = (said.out, said.err) if code == 0 else (said.err, said.out)
    assert said.code == code
    assert silent == ""
    assert spoken.count("\n") == 1
    assert has_thai(spoken)
    return spoken


def test_what_was_backed_up_comes_back(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    forget(shipped_file)
    target = tmp_path / "สำรอง.zip"
    assert target.name in _one_sentence(run("backup", target), 0)
    shipped_file.rename(tmp_path / "old.duckdb")
    assert shipped_file.name in _one_sentence(run("restore", target), 0)
    assert tables(restarted(shipped_file)) == before


def test_an_import_keeps_what_was_there_before_it(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))
    forget(shipped_file)
    write_plain(tmp_path / "report.docx")
    assert run("import", tmp_path / "report.docx").code == 0
    forget(shipped_file)
    assert tables(ready(shipped_file)) != before
    forget(shipped_file)
    (made,) = kept(shipped_file)
    shipped_file.rename(tmp_path / "after.duckdb")
    assert run("restore", made).code == 0
    assert tables(restarted(shipped_file)) == before


def test_a_backup_without_a_name_gets_one_of_the_day(
    shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("backup").code == 0
    (made,) = tmp_path.glob("ita-backup-*.zip")
    assert zipfile.is_zipfile(made)
    assert shipped_file.exists()


def test_a_restore_over_a_database_is_refused(shipped_file: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "a.zip")
    before = shipped_file.read_bytes()
    assert shipped_file.name in _one_sentence(run("restore", tmp_path / "a.zip"), 1)
    assert shipped_file.read_bytes() == before


def test_a_restore_that_is_to_replace_keeps_what_was_there(shipped_file: Path, tmp_path: Path) -> None:
    before = tables(ready(shipped_file))["report"]
    run("backup", tmp_path / "a.zip")
    store(ready(shipped_file), small_report(agency(1)))
    after = tables(ready(shipped_file))["report"]
    forget(shipped_file)
    said = _one_sentence(run("restore", tmp_path / "a.zip", "--replace"), 0)
    assert tables(restarted(shipped_file))["report"] == before
    (made,) = kept(shipped_file)
    assert str(made) in said
    forget(shipped_file)
    assert run("restore", made, "--replace").code == 0
    assert tables(restarted(shipped_file))["report"] == after


def test_a_restore_that_may_replace_makes_a_new_one_where_there_is_none(shipped_file: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "a.zip")
    shipped_file.unlink()
    assert shipped_file.name in _one_sentence(run("restore", "--replace", tmp_path / "a.zip"), 0)
    assert kept(shipped_file) == []


@pytest.mark.parametrize("name", ["report.docx", "none.zip"])
def test_a_restore_that_is_to_replace_refuses_what_is_no_backup(name: str, shipped_file: Path, tmp_path: Path) -> None:
    write_plain(tmp_path / "report.docx")
    before = tables(ready(shipped_file))
    assert name in _one_sentence(run("restore", tmp_path / name, "--replace"), 1)
    assert tables(restarted(shipped_file)) == before


def test_a_damaged_database_is_not_replaced_but_told(shipped_file: Path, tmp_path: Path) -> None:
    """What could be mended by hand is not thrown away; the sentence says to give it another name first."""
    run("backup", tmp_path / "a.zip")
    forget(shipped_file)
    shipped_file.write_bytes(b"spoilt" * 999)
    assert shipped_file.name in _one_sentence(run("restore", tmp_path / "a.zip", "--replace"), 1)
    assert shipped_file.read_bytes() == b"spoilt" * 999


@pytest.mark.parametrize("name", ["report.docx", "none.zip"])
def test_a_restore_from_what_is_no_backup_is_refused(name: str, fresh_file: Path, tmp_path: Path) -> None:
    write_plain(tmp_path / "report.docx")
    assert name in _one_sentence(run("restore", tmp_path / name), 1)
    assert not fresh_file.exists()


def test_a_backup_of_nothing_is_refused(fresh_file: Path, tmp_path: Path) -> None:
    _one_sentence(run("backup", tmp_path / "a.zip"), 1)
    assert not (tmp_path / "a.zip").exists()
    assert not fresh_file.exists()


@pytest.mark.usefixtures("shipped_file")
def test_a_backup_into_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    _one_sentence(run("backup", tmp_path / "no-such-folder" / "a.zip"), 1)


def test_the_dictionary_is_printed_as_it_stands_in_docs(fresh_file: Path) -> None:
    said = run("dictionary")
    assert (said.code, said.err) == (0, "")
    assert said.out == (PROJECT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert not fresh_file.exists()


def test_help_is_thai_and_names_every_command() -> None:
    said = run_alone("--help")
    assert said.code == 0
    for command in ("preview", "import", "backup", "restore", "dictionary"):
        assert command in said.out
        assert say(f"command.{command}") in " ".join(said.out.split())
