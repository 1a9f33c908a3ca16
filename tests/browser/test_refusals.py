"""Files that are no report: one sentence in Thai, nothing half shown, nothing of the program's inside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.reports.bad_files import BAD_FILES, Bad
from tests.reports.plain_report import PLAN_COLUMNS, PLAN_ROWS, write_blocks

from .screen import main, messages, settle, store_button, upload, visit
from .servers import Server

THAI = re.compile("[\u0e01-\u0e5b]")
LATIN = re.compile(r"[A-Za-z]{2,}")
ITS_OWN_WORDS = {"DOCX", "HTML", "MB", "PDF", "RTF", "Word", "ZIP", "docx", "doc", "TSV", "TXT"}
TRIED = ("picture-docx", "empty-docx", "password-docx", "over-20-mb-docx", "picture-png")
CHOSEN = [bad for bad in BAD_FILES if bad.id in TRIED]
OUTSIDE = "https://outside.example"


def is_refused_in_one_sentence(page: Page, file_name: str) -> None:
    """Check that nothing but one Thai sentence answers the file."""
    expect(messages(page)).to_have_count(1)
    words = messages(page).inner_text().replace(file_name, "")
    assert THAI.search(words)
    assert set(LATIN.findall(words)) <= ITS_OWN_WORDS
    expect(main(page).get_by_test_id("stException")).to_have_count(0)
    expect(main(page).locator("table")).to_have_count(0)
    expect(store_button(page)).to_have_count(0)


def test_all_files_are_known() -> None:
    assert len(CHOSEN) == len(TRIED)


@pytest.mark.parametrize("bad", CHOSEN, ids=lambda bad: bad.id)
def test_a_file_that_is_no_report_gets_one_thai_sentence(server: Server, page: Page, tmp_path: Path, bad: Bad) -> None:
    file = tmp_path / bad.file_name
    bad.write(file)
    visit(page, server, "/bring-in")
    upload(page, file)
    is_refused_in_one_sentence(page, bad.file_name)


def test_the_words_of_a_refused_file_stay_words(server: Server, page: Page, tmp_path: Path) -> None:
    """The sentence quotes the file's name and headings: they must not become pictures, links or tags."""
    picture = f"![x]({OUTSIDE}/x.png)<img src='{OUTSIDE}/y.png'>"
    file = tmp_path / f"{picture.replace('/', '_')}.docx"
    head = (picture, *PLAN_COLUMNS[1:])
    rows = [("๑", *row[1:]) for row in PLAN_ROWS]
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส เทศบาลตำบลแม่ตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"
    write_blocks(file, [title, [head, *rows]])
    visit(page, server, "/bring-in")
    upload(page, file)
    settle(page)
    expect(messages(page)).to_contain_text(f"<img src='{OUTSIDE}/y.png'>")
    expect(messages(page).locator("img, a")).to_have_count(0)
