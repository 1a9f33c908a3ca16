"""Attached files: looked at before they are kept, kept once beside the database, there again after a backup."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ita_analysis.entries import LONGEST_LINE, Cited
from ita_analysis.errors import StoreError
from ita_analysis.evidence.office import MAIN
from ita_analysis.people import DESK, Person
from ita_analysis.store import database
from ita_analysis.store.attachments import (
    KINDS,
    MOST_MEGABYTES,
    Attachment,
    attach,
    attachment_of,
    content_of,
    folder_of,
    place,
)
from ita_analysis.store.backup import back_up, restore
from ita_analysis.texts import explain
from ita_analysis.thai.text import has_thai
from tests.evidence.office_files import office_file
from tests.store.entered import ENTRY, HOSTILE, changes_nothing, refused, year_of
from tests.store.files import forget, rows

PDF = b"%PDF-1.7\n" + "ประกาศ".encode()
MOST = MOST_MEGABYTES * 2**20
REFUSED = (
    ("ก.exe", PDF, "attachment_kind"),
    ("ก.pdf.html", PDF, "attachment_kind"),
    ("ก", PDF, "attachment_kind"),
    ("pdf", b"<script>", "attachment_other"),
    ("ก.svg", PDF, "attachment_kind"),
    ("ก.zip", b"PK\x03\x04", "attachment_kind"),
    ("", PDF, "attachment_kind"),
    ("..", PDF, "attachment_kind"),
    ("ก.pdf/", b"", "attachment_other"),
    ("ก.pdf", b"", "attachment_other"),
    ("ก.pdf", b"%PDF", "attachment_other"),
    ("ก.pdf", b" %PDF-1.7", "attachment_other"),
    ("ก.pdf", b"PK\x03\x04", "attachment_other"),
    ("ก.docx", PDF, "attachment_other"),
    ("ก.png", b"\xff\xd8\xff", "attachment_other"),
    ("ก.docx", b"PK\x03\x04", "attachment_other"),
    ("ก.xlsx", office_file("docx"), "attachment_other"),
    ("ก.docx", office_file("docx", {"evil.exe": b"MZ"}), "attachment_other"),
    ("ก.docx", office_file("docx", {"word/vbaProject.bin": b""}), "attachment_macros"),
    ("a\u202efdp.exe", PDF, "attachment_kind"),
    ("ก.pdf\0.exe", PDF, "attachment_kind"),
    (f"{'ก' * LONGEST_LINE}.pdf", PDF, "text_long"),
)
NAMES = (
    ("../../ก.pdf", "ก.pdf"),
    ("..\\..\\ก.pdf", "ก.pdf"),
    ("C:\\เอกสาร\\ก.pdf", "ก.pdf"),
    ("/etc/ก.pdf", "ก.pdf"),
    ("ก\0\n ข.pdf", "ก ข.pdf"),
    ("ก.exe\0.pdf", "ก.exe.pdf"),
    (".pdf", ".pdf"),
    ("=cmd.pdf", "=cmd.pdf"),
    ("<b>{x}.pdf", "<b>{x}.pdf"),
    ("a\u202efdp.pdf", "afdp.pdf"),
    ("\u200f\u2066ก.pdf", "ก.pdf"),
    (f"{'ก' * (LONGEST_LINE - 4)}.pdf", f"{'ก' * (LONGEST_LINE - 4)}.pdf"),
)


def _attach(
    opened: duckdb.DuckDBPyConnection, file: Path, name: str = "ประกาศ.pdf", content: bytes = PDF
) -> Attachment:
    return attach(opened, file, name, content, who=DESK)


def _kept(file: Path) -> list[str]:
    """Return the names of what lies in the folder of attached files."""
    return sorted(each.name for each in folder_of(file).iterdir()) if folder_of(file).exists() else []


@pytest.fixture
def opened() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of a database that holds nothing yet."""
    with database.connect(database.MEMORY) as fresh:
        yield fresh


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a database, beside which its files are kept."""
    return tmp_path / "ita.duckdb"


def test_a_file_of_each_kind_is_kept_under_the_sha_256_of_its_content(
    opened: duckdb.DuckDBPyConnection, file: Path
) -> None:
    for number, (kind, (media_type, start)) in enumerate(KINDS.items()):
        content = office_file(kind) if kind in MAIN else start + bytes([number])
        for name in (f"ไฟล์.{kind}", f"ไฟล์.{kind.upper()}"):
            kept = _attach(opened, file, name, content)
        assert kept == Attachment(hashlib.sha256(content).hexdigest(), f"ไฟล์.{kind}", media_type, len(content))
        assert attachment_of(opened.cursor(), kept.sha256) == kept
        assert (folder_of(file) / kept.sha256).read_bytes() == content_of(file, kept.sha256) == content
    assert len(_kept(file)) == len(KINDS)


def test_the_same_bytes_are_kept_once_whatever_their_name(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    first = _attach(opened, file)
    changes_nothing(opened, _attach, opened, file, "อีกชื่อ.pdf")
    assert _attach(opened, file, "อีกชื่อ.pdf") == first
    assert (_kept(file), len(rows(opened, "from attachment"))) == ([first.sha256], 1)
    assert len(_kept(file)) < len({_attach(opened, file, content=PDF + b" ").sha256, first.sha256})


def test_a_file_tells_who_attached_it_first(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    for who in (
        Person("administrator", "ก@trat.go.th", "สมศรี ใจดี"),
        Person("administrator", "ข@trat.go.th", "คนอื่น"),
        DESK,
    ):
        attach(opened, file, "ประกาศ.pdf", PDF, who=who)
    attach(opened, file, "อื่น.pdf", PDF + b" ", who=DESK)
    assert rows(opened, "select who, who_name from attachment order by stored_at") == [
        ("ก@trat.go.th", "สมศรี ใจดี"),
        (DESK.email, DESK.name),
    ]


def test_what_is_no_file_of_evidence_is_refused_and_not_kept(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    for name, content, key in REFUSED:
        assert refused(opened, _attach, opened, file, name, content) == key, name
    assert _kept(file) == []


def test_a_file_is_taken_up_to_the_last_byte_and_refused_from_the_next(
    opened: duckdb.DuckDBPyConnection, file: Path
) -> None:
    whole = PDF.ljust(MOST, b"\0")
    assert refused(opened, _attach, opened, file, content=whole + b"\0") == "attachment_large"
    assert _kept(file) == []
    assert _attach(opened, file, content=whole).size == MOST


def test_a_name_is_only_words_and_names_no_place(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    for number, (name, kept_as) in enumerate(NAMES):
        kept = _attach(opened, file, name, PDF + bytes([number]))
        assert kept.file_name == kept_as
        assert attachment_of(opened.cursor(), kept.sha256) == kept
        assert kept.sha256 in _kept(file)
    assert len(_kept(file)) == len(NAMES)


def test_hostile_names_are_words_and_write_nowhere_else(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    for words in HOSTILE:
        assert _attach(opened, file, f"{words[:1_000]}.pdf").sha256 == hashlib.sha256(PDF).hexdigest()
    written = {each.resolve().parent for each in file.parent.rglob("*") if each.is_file()}
    assert written <= {file.parent.resolve(), folder_of(file).resolve()}


def test_a_file_that_is_gone_or_spoilt_is_said_to_be_and_mended_by_attaching_it_again(
    opened: duckdb.DuckDBPyConnection, file: Path
) -> None:
    kept = _attach(opened, file)
    at = folder_of(file) / kept.sha256
    for spoilt in (None, PDF[:-1], b""):
        at.unlink() if spoilt is None else at.write_bytes(spoilt)
        with pytest.raises(StoreError, match="attachment_damaged") as error:
            content_of(file, kept.sha256)
        assert has_thai(explain(error.value))
        assert attachment_of(opened.cursor(), kept.sha256) == kept, "what it was stays known"
        changes_nothing(opened, _attach, opened, file)
        assert content_of(file, kept.sha256) == PDF


def test_what_names_no_attached_file_gives_no_content(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    _attach(opened, file)
    for sha256 in ("", ".", "../ita.duckdb", "ab" * 32, "\0", "ก" * 300):
        with pytest.raises(StoreError, match="attachment_damaged"):
            content_of(file, sha256)
        assert attachment_of(opened.cursor(), sha256) is None


def test_a_folder_that_takes_no_file_keeps_nothing_of_it(opened: duckdb.DuckDBPyConnection, file: Path) -> None:
    folder_of(file).write_bytes(b"a file in its place")
    assert refused(opened, _attach, opened, file) == "attachment_unwritable"
    assert folder_of(file).read_bytes() == b"a file in its place"


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    place(tmp_path / "attachments", "name", PDF)
    place(tmp_path / "attachments", "name", PDF + b"2")
    assert {each.name: each.read_bytes() for each in (tmp_path / "attachments").iterdir()} == {"name": PDF + b"2"}


def test_attached_files_come_back_from_a_backup_but_those_that_are_gone(
    empty: duckdb.DuckDBPyConnection, empty_file: Path, tmp_path: Path
) -> None:
    year = year_of(empty)
    here, gone, spoilt = (_attach(empty, empty_file, content=PDF + bytes([number])) for number in range(3))
    year.save(replace(ENTRY, evidence=tuple(Cited("ก", sha256=each.sha256) for each in (here, gone, spoilt))))
    (folder_of(empty_file) / gone.sha256).unlink()
    (folder_of(empty_file) / spoilt.sha256).write_bytes(b"%PDF-other")
    forget(empty_file)
    saved = back_up(empty_file, tmp_path / "สำรอง.zip")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    restored = restore(saved, elsewhere / "ita.duckdb")
    assert _kept(restored) == [here.sha256]
    assert content_of(restored, here.sha256) == PDF + b"\0"
    with database.connect(restored) as copy:
        assert {attachment_of(copy, each.sha256) for each in (here, gone, spoilt)} == {here, gone, spoilt}
    for each in (gone, spoilt):
        with pytest.raises(StoreError, match="attachment_damaged"):
            content_of(restored, each.sha256)
