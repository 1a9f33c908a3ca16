"""Files attached in the form of a result: what is taken stands beside the field, what is refused is told in Thai."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.store.attachments import KINDS, MOST_MEGABYTES
from ita_analysis.texts import say
from tests.evidence.office_files import office_file
from tests.store.entered import ROUND, Entered, year_of
from tests.store.files import rows
from tests.ui.screen import Screen, visit

PDF = b"%PDF-1.7"


@pytest.fixture
def year(empty: duckdb.DuckDBPyConnection) -> Entered:
    """A year in which no result is entered yet."""
    return year_of(empty)


def attached(name: str, content: bytes) -> Screen:
    """Give a file to the first piece of evidence."""
    shown = visit("entry", round=str(ROUND), measure="1")
    (field,) = shown.at.file_uploader
    field.set_value((name, content, "")).run()
    return shown


@pytest.mark.usefixtures("year")
def test_the_field_says_what_is_taken_and_how_large() -> None:
    (field,) = visit("entry", round=str(ROUND), measure="1").at.file_uploader
    assert all(kind.upper() in field.label for kind in KINDS)
    assert f"{MOST_MEGABYTES} เมกะไบต์" in field.label


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("โปรแกรม.exe", b"MZ", "attachment_kind"),
        ("ใหญ่.pdf", PDF.ljust(MOST_MEGABYTES * 2**20 + 1, b"\0"), "attachment_large"),
        ("มาโคร.docx", office_file("docx", {"word/vbaProject.bin": b""}), "attachment_macros"),
    ],
    ids=["kind", "size", "macro"],
)
def test_a_file_that_is_refused_is_told_why_and_not_kept(name: str, content: bytes, key: str, year: Entered) -> None:
    about = {"file": name, "kinds": ", ".join(KINDS), "most": MOST_MEGABYTES, "kind": "docx"}
    assert attached(name, content).problems == [say(f"error.{key}", **about)]
    assert rows(year.opened, "select count(*) from attachment") == [(0,)]


def test_a_file_that_is_taken_is_named(year: Entered) -> None:
    shown = attached("ประกาศ.pdf", PDF)
    assert shown.problems == []
    assert say("entry.cited.file_kept", name="ประกาศ.pdf") in shown.text
    assert rows(year.opened, "select file_name from attachment") == [("ประกาศ.pdf",)]
