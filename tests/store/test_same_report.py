"""One report in three formats is one report; the source of the shipped record is the shipped record."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ita_analysis.intake.formats import open_file
from ita_analysis.intake.preview import Preview, preview_file
from ita_analysis.people import DESK
from ita_analysis.store.reports import StoredReport, store_report
from tests.reports.plain_report import SUFFIXES, Block, write_blocks, write_plain
from tests.reports.test_real_source import SOURCES
from tests.store.files import rows, tables


def _stored(opened: duckdb.DuckDBPyConnection, read: Preview) -> StoredReport:
    return store_report(opened, read, who=DESK)


def _in_all_formats(folder: Path) -> list[Preview]:
    files = [folder / f"รายงาน{suffix}" for suffix in SUFFIXES]
    for file in files:
        write_plain(file)
    return [preview_file(file) for file in files]


def test_the_format_does_not_make_another_report(tmp_path: Path, empty: duckdb.DuckDBPyConnection) -> None:
    previews = _in_all_formats(tmp_path)
    assert len({read.fingerprint for read in previews}) == 1
    stored = [_stored(empty, read) for read in previews]
    assert [each.is_new for each in stored] == [True, False, False]
    assert {each.report_id for each in stored} == {stored[0].report_id}
    assert rows(empty, "select count(*) from report") == [(1,)]


@pytest.mark.parametrize("change", [lambda text: text.replace("๔๘", "48"), lambda text: text.replace(" ", "  ")])
def test_digits_and_spaces_do_not_make_another_report(change: object, tmp_path: Path) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    write_plain(file)
    assert callable(change)
    other.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert other.read_text(encoding="utf-8") != file.read_text(encoding="utf-8")
    assert preview_file(other).fingerprint == preview_file(file).fingerprint


@pytest.mark.parametrize(("old", "new"), [("คำร้อง ๔๘", "คำร้อง ๔๙"), ("๒๕๖๔", "๒๕๖๕"), ("ภายใน ๒ วัน", "ภายใน ๓ วัน")])
def test_another_number_makes_another_report(old: str, new: str, tmp_path: Path) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    write_plain(file)
    other.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert preview_file(other).fingerprint != preview_file(file).fingerprint


if SOURCES:

    @pytest.fixture(scope="module")
    def source() -> Preview:
        return preview_file(SOURCES[0])

    def test_the_source_of_the_shipped_record_is_stored_already(
        source: Preview, shipped: duckdb.DuckDBPyConnection
    ) -> None:
        before = tables(shipped)
        assert not _stored(shipped, source).is_new
        assert tables(shipped) == before

    @pytest.mark.parametrize("suffix", [".html", ".docx"])
    def test_the_source_in_another_format_is_the_same_report(
        suffix: str, source: Preview, tmp_path: Path, shipped: duckdb.DuckDBPyConnection
    ) -> None:
        file = tmp_path / f"รายงาน{suffix}"
        write_blocks(file, _blocks(SOURCES[0]))
        read = preview_file(file)
        assert len(read.report.measures) == len(read.report.progress) == 3
        assert read.fingerprint == source.fingerprint
        assert not _stored(shipped, read).is_new

    def _blocks(file: Path) -> list[Block]:
        """Return the paragraphs and tables of a file, list items as lines of their cell."""
        return [
            block.text if not hasattr(block, "rows") else [[_lines(cell.text) for cell in row] for row in block.rows]
            for block in open_file(file).blocks
        ]

    def _lines(text: str) -> str:
        return text.replace("• ", "- ")
